package org.ringback.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tools of the system that packages are made with. */
final class Tools {

    private final Product product;

    Tools(Product product) {
        this.product = product;
    }

    /** Which of these are not on this machine. */
    static List<String> missing(List<String> tools) {
        return tools.stream().filter(tool -> !found(tool)).toList();
    }

    /** A tool of the Java that the build is told of, else the one that the system finds. */
    static String ofJava(String tool) {
        String home = System.getenv("JAVA_HOME");
        if (home != null) {
            for (String name : List.of(tool, tool + ".exe")) {
                Path file = Path.of(home, "bin", name);
                if (Files.isExecutable(file)) {
                    return file.toString();
                }
            }
        }
        return tool;
    }

    private static boolean found(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .anyMatch(Files::isExecutable);
    }

    /**
     * Runs a tool and waits for it. It takes the product's date for the time of day.
     *
     * @throws IOException if it fails; what it said stands above
     */
    void run(Path folder, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().put("SOURCE_DATE_EPOCH", product.shell());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new IOException(command.getFirst() + " failed with " + exitCode + ": " + String.join(" ", command));
        }
    }
}
