package org.ringback.handbook;

/** Another reason phrase that is seen with the same number, and who prints it. The phrase on the wire is free text. */
public record OtherPhrase(String phrase, String usedBy) {}
