package org.ringback.words;

import java.util.Optional;
import org.ringback.language.NamedKey;
import org.ringback.language.Texts;

/** What the program is. */
public enum ProgramText implements NamedKey {
    VERSION,
    VERSION_UNKNOWN;

    /** Its name and version, as the build has noted it. */
    public static String version(Texts texts) {
        return Optional.ofNullable(ProgramText.class.getModule().getDescriptor())
                .flatMap(module -> module.rawVersion())
                .map(version -> texts.get(VERSION, version))
                .orElseGet(() -> texts.get(VERSION_UNKNOWN));
    }

    @Override
    public String group() {
        return "command";
    }
}
