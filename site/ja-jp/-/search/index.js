waymarkSearch.add("index","","1","0 再起","0");
