package org.ringback.words;

import org.ringback.language.NamedKey;
import org.ringback.language.ProgramFiles;
import org.ringback.language.Texts;

/** What the program is. */
public enum ProgramText implements NamedKey {
    VERSION,
    VERSION_UNKNOWN;

    /** Its name and version, as the build has noted it. */
    public static String version(Texts texts) {
        return ProgramFiles.version()
                .map(version -> texts.get(VERSION, version))
                .orElseGet(() -> texts.get(VERSION_UNKNOWN));
    }

    @Override
    public String group() {
        return "command";
    }
}
