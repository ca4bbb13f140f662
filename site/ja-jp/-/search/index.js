waymarkSearch.add("index","","1","0 定に","0");
