package org.ringback.words;

import java.util.ArrayList;
import java.util.List;
import org.ringback.language.NamedKey;
import org.ringback.language.ProgramFiles;
import org.ringback.language.Texts;

/** What the program is. */
public enum ProgramText implements NamedKey {
    VERSION,
    VERSION_UNKNOWN,
    VERSION_COMMIT;

    /** Where the program comes from; the only place that says so. */
    public static final String HOME = "https://github.com/ringback/ringback";

    /** Where newer versions are, for a browser: the program itself looks nothing up. */
    public static final String RELEASES = HOME + "/releases";

    /** Its name and version, as the build has noted it. */
    public static String version(Texts texts) {
        return ProgramFiles.version()
                .map(version -> texts.get(VERSION, version))
                .orElseGet(() -> texts.get(VERSION_UNKNOWN));
    }

    /** All that somebody who looks into a mistake asks for first: program, commit, Java and JavaFX, a line for each. */
    public static String versions(Texts texts) {
        List<String> lines = new ArrayList<>(List.of(version(texts)));
        ProgramFiles.commit().map(commit -> texts.get(VERSION_COMMIT, commit)).ifPresent(lines::add);
        lines.add("Java " + Runtime.version() + ", " + System.getProperty("java.vendor"));
        ProgramFiles.version("javafx.graphics")
                .map(version -> "JavaFX " + version)
                .ifPresent(lines::add);
        return String.join("\n", lines);
    }

    @Override
    public String group() {
        return "command";
    }
}
