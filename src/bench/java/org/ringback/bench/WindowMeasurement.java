package org.ringback.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures the section of calls in the window of the image, just started: from opening a capture to the first painted rows
 * and on to a message; how the window lives while many calls are being read; and how fast long lists scroll. Once without a
 * display, and once with one where there is one. Without one, JavaFX copies each frame pixel by pixel: whole frames then
 * tell more of that than of what is in them.
 */
public final class WindowMeasurement {

    private static final long RTP_BYTES = 1L << 30;
    private static final long MESSAGES_OF_THE_LIST = 7 * 100_000L;
    private static final long MESSAGES_OF_THE_CALL = 5_000;
    private static final long DISK_NEEDED = 3L << 30;
    private static final int RUNS = 5;
    private static final int LIMIT_SECONDS = 300;
    private static final String HEADLESS = "-Dglass.platform=Headless -Dprism.order=sw";

    private final Path image;
    private final Path classes;
    private final Path work;
    private final List<String> javaOptions;

    private WindowMeasurement(Path image, Path classes, Path work, List<String> javaOptions) {
        this.image = image;
        this.classes = classes;
        this.work = work;
        this.javaOptions = javaOptions;
    }

    /**
     * Takes about four minutes.
     *
     * @param arguments the image, the compiled benchmarks, and the options that the image's launcher gives to Java
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("ringback-bench");
        try {
            long free = Files.getFileStore(work).getUsableSpace();
            if (free < DISK_NEEDED) {
                System.err.printf(Locale.ROOT, "%s has %,d bytes free; %,d are needed%n", work, free, DISK_NEEDED);
                System.exit(2);
            }
            new WindowMeasurement(
                            Path.of(arguments[0]).toAbsolutePath(),
                            Path.of(arguments[1]).toAbsolutePath(),
                            work,
                            Arrays.asList(arguments).subList(2, arguments.length))
                    .run();
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        Path rtp = work.resolve("rtp.pcap");
        CaptureGenerator.main("--rtp", rtp.toString(), Long.toString(RTP_BYTES));
        Path list = work.resolve("list.pcap");
        CaptureGenerator.main("--sip", list.toString(), Long.toString(MESSAGES_OF_THE_LIST));
        Path call = work.resolve("call.pcap");
        CaptureGenerator.main("--call", call.toString(), Long.toString(MESSAGES_OF_THE_CALL));
        measure("without a display", HEADLESS, rtp, list, call);
        if (System.getenv("DISPLAY") == null) {
            System.out.println("(no display here; once more with one: put xvfb-run before the command)");
        } else {
            measure("on the display", "", rtp, list, call);
        }
    }

    private void measure(String where, String platform, Path rtp, Path list, Path call)
            throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%nIn the window %s, load %s; milliseconds until painted, median of %d and worst%n",
                where,
                load(),
                RUNS);
        open("the sample", platform, "sample");
        open("a capture of 1 GiB", platform, rtp.toString());
        start("a start with it, rows", platform, rtp);
        System.out.printf(Locale.ROOT, "%-36s %6d%n", "  reading its bytes, nothing else", read(rtp));

        System.out.printf(
                Locale.ROOT,
                "%n%-36s %6s %6s %6s   %7s   %6s %6s%n",
                "Frames at 60 Hz, milliseconds",
                "median",
                "95 %",
                "worst",
                "late",
                "thread",
                "95 %");
        scroll(platform, list, call);
    }

    /** How busy the machine was in the last minutes, for a measurement is worth no more than the quiet around it. */
    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).strip() : "unknown";
    }

    /** From the start of the process with a capture on the command line. */
    private void start(String what, String platform, Path capture) throws IOException, InterruptedException {
        var times = new ArrayList<Long>();
        for (int run = 0; run < RUNS; run++) {
            ProcessBuilder program = ringback(platform, "", capture.toString());
            long began = System.nanoTime();
            Process process = program.start();
            CompletableFuture.delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
            try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("rows ")) {
                        times.add(Math.round((System.nanoTime() - began) / 1e6));
                    }
                }
            }
            if (process.waitFor() != 0 || times.size() <= run) {
                throw new IOException(program.command() + " showed no rows");
            }
        }
        print(what, times);
    }

    private static void print(String what, List<Long> times) {
        times.sort(Comparator.naturalOrder());
        System.out.printf(Locale.ROOT, "%-36s %6d %6d%n", what, times.get(times.size() / 2), times.getLast());
    }

    private void open(String what, String platform, String capture) throws IOException, InterruptedException {
        var times = new LinkedHashMap<String, List<Long>>();
        for (int run = 0; run < RUNS; run++) {
            walk(platform, capture)
                    .forEach((step, time) ->
                            times.computeIfAbsent(step, _ -> new ArrayList<>()).add(time));
        }
        times.forEach((step, all) -> print(what + ", " + step, all));
    }

    /** The times of the steps, of those that follow the first frame. */
    private Map<String, Long> walk(String platform, String capture) throws IOException, InterruptedException {
        String said = said(ringback(platform, capture), ProcessBuilder.Redirect.DISCARD);
        var times = new LinkedHashMap<String, Long>();
        said.lines()
                .skip(1)
                .map(line -> line.split(" ", -1))
                .forEach(line -> times.put(line[0], Long.valueOf(line[1])));
        return times;
    }

    /**
     * The window, which says on standard error when the steps of its walk are painted.
     *
     * @param capture to walk through, or nothing for what is opened by an argument
     */
    private ProcessBuilder ringback(String platform, String capture, String... arguments) throws IOException {
        var words = new ArrayList<String>();
        words.add(image.resolve("bin").resolve("ringback").toString());
        words.addAll(List.of(arguments));
        var program = new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        program.environment()
                .put(
                        "RINGBACK_JAVA_OPTIONS",
                        String.join(" ", "-Dringback.printFirstFrame=true", "-Dringback.walk=" + capture, platform));
        forgetSettings(program);
        return program;
    }

    /** Neither reads nor changes the settings of whoever measures, and always starts as for the first time. */
    private void forgetSettings(ProcessBuilder program) throws IOException {
        String folder = Files.createTempDirectory(work, "settings").toString();
        program.environment().put("XDG_CONFIG_HOME", folder);
        program.environment().put("APPDATA", folder);
    }

    private void scroll(String platform, Path list, Path call) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(image.resolve("bin").resolve("java").toString());
        words.addAll(javaOptions);
        Arrays.stream(platform.split(" ", -1)).filter(word -> !word.isEmpty()).forEach(words::add);
        words.addAll(List.of("--patch-module", "org.ringback=" + classes));
        words.addAll(List.of("--module", "org.ringback/org.ringback.window.Scrolling"));
        words.addAll(List.of(list.toString(), call.toString()));
        var program = new ProcessBuilder(words);
        forgetSettings(program);
        said(program, ProcessBuilder.Redirect.INHERIT);
    }

    /** What a program wrote to its standard error until it ended. */
    private String said(ProcessBuilder program, ProcessBuilder.Redirect output)
            throws IOException, InterruptedException {
        Path errors = work.resolve("errors");
        Process process =
                program.redirectOutput(output).redirectError(errors.toFile()).start();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        String said = Files.readString(errors, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(program.command() + " failed\n" + said);
        }
        return said;
    }

    /** Milliseconds for reading a file from its first byte to its last. */
    private static long read(Path file) throws IOException {
        long start = System.nanoTime();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            while (in.read(buffer) >= 0) {
                // Only read.
            }
        }
        return Math.round((System.nanoTime() - start) / 1e6);
    }
}
