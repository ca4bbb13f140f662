// first
    // <connect>
    Open();
      Wait();
    // </connect>
