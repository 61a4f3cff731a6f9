package org.ringback.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Measures the time from the start of the process to the first painted frame: the image's window beside an empty window
 * on the same runtime with the same options. The runs alternate, so that a busy machine slows all of them. Ringback's
 * frame is the one with the handbook in it; when its window appeared, still without anything in it, is told beside it.
 *
 * <p>The time is taken here, outside, until the line of the first frame arrives: on Linux a process knows its own start
 * only to about a second.
 */
public final class StartUp {

    private static final int RUNS = 11;
    private static final String HEADLESS = "-Dglass.platform=Headless -Dprism.order=sw";

    private final Path image;
    private final Path work;
    private final List<String> javaOptions;

    private StartUp(Path image, Path work, List<String> javaOptions) {
        this.image = image;
        this.work = work;
        this.javaOptions = javaOptions;
    }

    /**
     * Measures without a display, and with one where there is one.
     *
     * @param arguments the image, a folder to work in, and the options that the image's launcher gives to Java
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path work = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        List<String> javaOptions = Arrays.asList(arguments).subList(2, arguments.length);
        var startUp = new StartUp(Path.of(arguments[0]).toAbsolutePath(), work, javaOptions);
        startUp.prepareEmptyWindow();
        startUp.measure("without a display", HEADLESS);
        if (System.getenv("DISPLAY") == null) {
            System.out.println("(no display here; once more with one: put xvfb-run before the command)");
        } else {
            startUp.measure("on the display", "");
        }
    }

    /** A jar, because only from one are classes cached; and its cache, so that it starts as fast as it can. */
    private void prepareEmptyWindow() throws IOException, InterruptedException {
        try (OutputStream file = Files.newOutputStream(work.resolve("empty.jar"));
                var jar = new JarOutputStream(file)) {
            for (Class<?> type : List.of(EmptyWindow.class, EmptyWindow.Empty.class)) {
                add(jar, type.getName());
            }
            add(jar, EmptyWindow.Empty.class.getName() + "$1");
        }
        Files.deleteIfExists(work.resolve("empty.aot"));
        firstFrames(empty(HEADLESS, "-XX:AOTCacheOutput=" + work.resolve("empty.aot")));
    }

    private static void add(JarOutputStream jar, String className) throws IOException {
        String name = className.replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = EmptyWindow.class.getResourceAsStream("/" + name)) {
            in.transferTo(jar);
        }
    }

    private ProcessBuilder empty(String platform, String cache) {
        var words = new ArrayList<String>();
        words.add(image.resolve("bin").resolve("java").toString());
        words.add(cache);
        words.addAll(javaOptions);
        words.addAll(words(platform));
        words.addAll(List.of("--add-modules", "javafx.controls"));
        words.addAll(List.of("-cp", work.resolve("empty.jar").toString(), EmptyWindow.class.getName()));
        return new ProcessBuilder(words);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private ProcessBuilder ringback(String platform, String cache) {
        var builder =
                new ProcessBuilder(image.resolve("bin").resolve("ringback").toString());
        builder.environment()
                .put(
                        "RINGBACK_JAVA_OPTIONS",
                        String.join(
                                " ",
                                "-Dringback.printFirstFrame=true",
                                "-Dringback.printWindow=true",
                                platform,
                                cache));
        // Neither reads nor changes the settings of whoever measures.
        builder.environment().put("XDG_CONFIG_HOME", work.toString());
        builder.environment().put("APPDATA", work.toString());
        return builder;
    }

    private void measure(String where, String platform) throws IOException, InterruptedException {
        var programs = new LinkedHashMap<String, ProcessBuilder>();
        programs.put("empty window", empty(platform, "-XX:AOTCache=" + work.resolve("empty.aot")));
        programs.put("Ringback", ringback(platform, ""));
        programs.put("empty window, no cache", empty(platform, "-XX:AOTMode=off"));
        programs.put("Ringback, no cache", ringback(platform, "-XX:AOTMode=off"));
        var times = new LinkedHashMap<String, List<Double>>();
        for (int run = 0; run < RUNS; run++) {
            for (Map.Entry<String, ProcessBuilder> program : programs.entrySet()) {
                firstFrames(program.getValue())
                        .forEach((seen, time) -> times.computeIfAbsent(
                                        program.getKey() + seen, name -> new ArrayList<>())
                                .add(time));
            }
        }
        System.out.printf(Locale.ROOT, "%nProcess start to first painted frame, %s, median of %d%n", where, RUNS);
        double empty = median(times.get("empty window"));
        times.forEach((name, all) ->
                System.out.printf(Locale.ROOT, "%-32s %6.0f ms  %5.2f%n", name, median(all), median(all) / empty));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Milliseconds until the first frame, and until the window before it; the program then ends by itself. */
    private static Map<String, Double> firstFrames(ProcessBuilder program) throws IOException, InterruptedException {
        program.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var seen = new LinkedHashMap<String, Double>();
        var said = new ArrayList<String>();
        long start = System.nanoTime();
        Process process = program.start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("window")) {
                    seen.put(", nothing in it yet", (System.nanoTime() - start) / 1e6);
                } else if (line.equals("first-frame")) {
                    seen.put("", (System.nanoTime() - start) / 1e6);
                }
                said.add(line);
            }
        }
        if (process.waitFor() != 0 || !seen.containsKey("")) {
            throw new IOException("No first frame from " + program.command() + "\n" + String.join("\n", said));
        }
        return seen;
    }
}
