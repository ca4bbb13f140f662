waymarkSearch.add("index","","1","0 削除","0");
