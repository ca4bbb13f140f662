waymarkSearch.add("index","","1","0 最新","0");
