waymarkSearch.add("index","","1","0 惑メ","0");
