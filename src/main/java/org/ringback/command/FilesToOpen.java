package org.ringback.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ringback.words.UnusableText;

/** Tells a call that names nothing but files, for which the window opens, from one that the command line answers. */
public final class FilesToOpen {

    private FilesToOpen() {}

    /**
     * All arguments in the order given, if one of them is a file that can be read: the window says of the others why they
     * cannot. Empty if the first one is a command or any is an option.
     */
    public static List<Path> of(String... arguments) {
        if (arguments.length == 0 || Command.of(arguments[0]).isPresent()) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("-")) {
                return List.of();
            }
            try {
                files.add(Path.of(argument));
            } catch (InvalidPathException e) {
                return List.of();
            }
        }
        return files.stream().anyMatch(FilesToOpen::isFile) ? files : List.of();
    }

    /** A pipe is one too: what comes through it is read like a file. */
    private static boolean isFile(Path path) {
        return Files.isReadable(path) && !Files.isDirectory(path);
    }

    /** Whether somebody who typed this meant a file, and no command: no command has a dot or a slash. */
    static boolean looksLikeFile(String typed) {
        return typed.chars().anyMatch(letter -> ".\\/".indexOf(letter) >= 0);
    }

    /** Why what looks like a file is none that can be opened. */
    static UnusableText whyNot(String typed) {
        try {
            Path path = Path.of(typed);
            if (Files.isDirectory(path)) {
                return UnusableText.FOLDER;
            }
            return Files.exists(path) ? UnusableText.ACCESS_DENIED : UnusableText.NO_SUCH_FILE;
        } catch (InvalidPathException e) {
            return UnusableText.NO_SUCH_FILE;
        }
    }
}
