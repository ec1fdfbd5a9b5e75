//! The words of Voeten's titles, which are in capitals: what stays in capitals, and what is a name.

/// What is written in capitals.
pub(super) const INITIALS: &str = "UN US USSR UK ICJ GA SC ECOSOC UNRWA UNDP UNCTAD UNESCO UNICEF UNIDO UNHCR UNCURK UNEF UNITAR UNEP ILO WHO FAO \
    IAEA IMF GATT NATO OAU OAS ECAFE ECLA PLO NGO NPT IBRD ILC CCD UAR DPRK ONUC UNFICYP II III IV VI VII VIII IX XI \
    XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII XXIX XXX";

/// Names that are no member's.
pub(super) const NAMES: &str = "African Albanian Algerian American Arab Arabs Argentine Argentinian Asian Atlantic Austrian Australian Belgian \
    Belgium's Bolivian Brazilian British Bulgarian Burmese Byelorussian Cambodian Canadian Caribbean Ceylonese \
    Chilean Chinese Colombian Congolese Cuban Cypriot Czech Czechoslovak Czechoslovakian Danish Dutch Ecuadorian \
    Egyptian Ethiopian Europe European Ewe Finnish French German Ghanaian Greek Guatemalan Guinean Haitian Hungarian \
    Indian Indians Indonesian Iranian Iraqi Irish Israeli Israelis Italian Ivorian Japanese Jerusalem Jew Jewish \
    Jordanian Katanga Kenyan Korean Kuwaiti Lebanese Liberian Libyan Malayan Malaysian Mauritanian Mexican Mongolian \
    Moroccan Nazi Nazism Nepalese Netherlands Nigerian Norwegian Pakistani Palestine Palestinian Palestinians \
    Panamanian Persian Peruvian Philippine Polish Portuguese Rhodesia Rhodesian Rumanian Romanian Russian Ruandan \
    Salvadoran Saudi Scandinavian Senegalese Somali Somalian Soviet Spanish Sudanese Suez Swedish Swiss Syrian \
    Taiwan Tanganyika Tanzanian Thai Tibet Togoland Transjordan Trieste Tunisian Turkish Ugandan Ukrainian Uruguayan \
    Venezuelan Vietnamese Yemeni Yugoslav Yugoslavian Zairian Zimbabwe Namibia Namibian Cameroons Ruanda Urundi \
    Ruanda-Urundi Katangan Goa Irian Gibraltar Formosa Hungary Zanzibar Bizonia Hague Geneva Paris Bandung Lusaka \
    Secretary-General Christmas January February April June July August September October November December \
    Mediterranean Antarctica Antarctic Puerto Rico Timor Sahara Golan Gaza Sinai Lumumba Hammarskjold Eisler Mandela \
    Oman Muscat Aden Ifni Wa-Meru Bernadotte Bunche Balkans Asia Africa Pacific America Americas Neo-Nazi Cominform \
    Peking Stalin";

/// Names of several words, of which one alone is none.
pub(super) const PHRASES: [&str; 91] = [
    "General Assembly",
    "Security Council",
    "Secretary-General",
    "Trusteeship Council",
    "Economic and Social Council",
    "General Committee",
    "Special Political Committee",
    "Ad Hoc Political Committee",
    "Credentials Committee",
    "Middle East",
    "Near East",
    "South Africa",
    "South West Africa",
    "Southern Rhodesia",
    "Southern Africa",
    "North Korea",
    "South Korea",
    "United Nations",
    "United States",
    "United Kingdom",
    "Soviet Union",
    "Saudi Arabia",
    "New Zealand",
    "El Salvador",
    "Costa Rica",
    "Puerto Rico",
    "Sri Lanka",
    "Ivory Coast",
    "Upper Volta",
    "Sierra Leone",
    "Dominican Republic",
    "West Irian",
    "West New Guinea",
    "New Guinea",
    "Viet Nam",
    "South Viet Nam",
    "Latin America",
    "Latin American",
    "Indian Ocean",
    "Red Cross",
    "Cape Verde",
    "Equatorial Guinea",
    "French Cameroons",
    "British Cameroons",
    "Union of South Africa",
    "United Arab Republic",
    "International Court of Justice",
    "World War",
    "UN Charter",
    "Charter of the UN",
    "Universal Declaration of Human Rights",
    "Interim Committee",
    "Little Assembly",
    "Gaza Strip",
    "Suez Canal",
    "Persian Gulf",
    "Spanish Sahara",
    "Western Sahara",
    "French Somaliland",
    "Papua New Guinea",
    "Central African Republic",
    "Gold Coast",
    "Far East",
    "World Health Organization",
    "International Labour Organisation",
    "Guinea-Bissau",
    "East Timor",
    "Saint Helena",
    "St. Helena",
    "Abu Dhabi",
    "New York",
    "Eisenhower",
    "Kruschev",
    "Khrushchev",
    "Cyrenaica",
    "Tripolitania",
    "Fezzan",
    "Eritrea",
    "Yemen Arab Republic",
    "Papanek",
    "Mindszenty",
    "Universal Declaration",
    "United Nations Emergency Force",
    "UN Emergency Force",
    "UN University",
    "UN Special Fund",
    "Committee of 24",
    "League of Nations",
    "World Court",
    "Holy See",
    "Organization of African Unity",
];

/// Words in the names of members that are no name alone.
pub(super) const PLAIN: &str = "and arab central city coast commonwealth democratic duchy east eastern federal federated federation former grand \
    great guard holland independent islamic island islands kingdom land new north northern of people peoples \
    plurinational principality province republic republics saint socialist south southern soviet state states the \
    union united upper west western";

/// Abbreviations, each with what it is short for, in the order in which they are spelled out. What a group `not` finds
/// beside one says that it is none there.
pub(super) const SHORT: [(&str, &str); 41] = [
    (r"\bCOMM(?:TE|ITTEE)?\.(?P<not> \d)?", "COMMITTEE"),
    (r"\bCOMTE\b", "COMMITTEE"),
    (r"\bCOMM\b(?P<not>\.)?", "COMMITTEE"),
    (r"\bCOMMS\.", "COMMITTEES"),
    (r"\bRESOLS\b\.?", "RESOLUTIONS"),
    (r"\bRESOL\b\.?|\bRES\b\.?", "RESOLUTION"),
    (r"\bPARAGS\b\.?|\bPARAS\b\.?", "PARAGRAPHS"),
    (r"\bPARAG\b\.?|\bPARA\b\.?", "PARAGRAPH"),
    (r"\bPREAMB?\b\.?", "PREAMBULAR"),
    (r"\bOP\b\.?", "OPERATIVE"),
    (r"\bSEC(?:RETARY|\.)?[- ]?GENERAL\b|\bSEC\. ?GEN\b\.?|\bSYG\b", "SECRETARY-GENERAL"),
    (r"\bS\. ?AFRICA\b|\bSO\. AFRICA\b", "SOUTH AFRICA"),
    (r"\bS\. ?W\. ?AFRICA\b", "SOUTH WEST AFRICA"),
    (r"\bU\. ?S\. ?S\. ?R\b\.?", "USSR"),
    (r"\bU\. ?S\b\.?", "US"),
    (r"\bU\. ?N\b\.?", "UN"),
    (r"\bU\. ?K\b\.?", "UK"),
    (r"\bI\. ?C\. ?J\b\.?", "ICJ"),
    (r"\bG\. ?A\b\.?", "GA"),
    (r",? ?\bI\. ?A\b\.?,?", ""),
    (r",? ?\bU\. ?A\b\.?,?", ""),
    (r"\bRPT\b", "REPORT"),
    (r"\bREQ\b", "REQUESTING"),
    (r"\bRE\b", "ON"),
    (r"\bECON\b", "ECONOMIC"),
    (r"\bINTL\b\.?|\bINT\'?N?L\b", "INTERNATIONAL"),
    (r"\bGOV\'?TS?\b\.?", "GOVERNMENT"),
    (r"\bDEV\b\.?", "DEVELOPMENT"),
    (r"\bESTAB\b", "ESTABLISHING"),
    (r"\bRECOM\b", "RECOMMENDING"),
    (r"\bINCLU\b", "INCLUSION"),
    (r"\bCONSID\b", "CONSIDERATION"),
    (r"\bREV\b(?P<not>\.\d)?", "REVISED"),
    (r"(?P<not>TO )?\bAMEND\b(?P<ing> [A-Z]*ING)?", "AMENDMENT"),
    (r"\bAMMENDMENT", "AMENDMENT"),
    (r"\bGEN\. COMMITTEE", "GENERAL COMMITTEE"),
    (r"\bPOL\. COMMITTEE", "POLITICAL COMMITTEE"),
    (r"\bECO\. ?& ?SOC\. COUNCIL|\bE\. ?S\. ?C\b\.", "ECONOMIC AND SOCIAL COUNCIL"),
    (r"A/L\. (\d)", "A/L.$1"),
    (r"\bADD\. (\d)", "ADD.$1"),
    (r"\s*&\s*", " AND "),
];
