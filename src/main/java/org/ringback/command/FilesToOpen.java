package org.ringback.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells a call that names nothing but files, for which the window opens, from one that the command line answers. */
public final class FilesToOpen {

    private FilesToOpen() {}

    /** The files in the order given; empty if any argument is something else, or if the first one is a command. */
    public static List<Path> of(String... arguments) {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            if ((files.isEmpty() && Command.of(argument).isPresent()) || !isFile(argument)) {
                return List.of();
            }
            files.add(Path.of(argument));
        }
        return files;
    }

    private static boolean isFile(String argument) {
        try {
            return !argument.startsWith("-") && Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
