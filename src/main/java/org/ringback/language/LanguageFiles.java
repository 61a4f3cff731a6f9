package org.ringback.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Where language files come from: the program's own resources, or anything a test puts in their place. */
public interface LanguageFiles {

    /** Names of all files in a folder such as {@code texts}, without the folder. */
    List<String> list(String folder) throws IOException;

    /** The file {@code folder/name}, or nothing where there is none. */
    Optional<InputStream> open(String folder, String name) throws IOException;
}
