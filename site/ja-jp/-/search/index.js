waymarkSearch.add("index","","1","0 従っ","0");
