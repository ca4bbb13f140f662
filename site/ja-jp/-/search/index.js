waymarkSearch.add("index","","1","0 月の","0");
