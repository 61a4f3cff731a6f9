package org.ringback;

import org.ringback.answers.Library;
import org.ringback.language.ProgramFiles;

/** The answers as they ship, read once for all tests: each language with its search takes megabytes. */
public final class ShippedLibrary {

    public static final Library LIBRARY = new Library(new ProgramFiles());

    private ShippedLibrary() {}
}
