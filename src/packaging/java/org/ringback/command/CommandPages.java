package org.ringback.command;

import org.ringback.language.Languages;
import org.ringback.language.Texts;
import picocli.CommandLine;

/** The commands as a manual and a shell are told of them: by the same description that reads what users type. */
public final class CommandPages {

    private CommandPages() {}

    /** All commands with their arguments and options, described in one language. */
    public static CommandLine in(Texts texts, Languages languages) {
        return CommandTree.parser(texts, languages);
    }

    /** What the program is for, as one sentence. */
    public static String about(Texts texts) {
        return texts.get(CommandText.ABOUT);
    }
}
