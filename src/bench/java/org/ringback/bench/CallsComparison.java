package org.ringback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures {@code ringback calls} of the image beside sngrep, tshark and capinfos, as far as they are installed, on two
 * captures that it makes: most of one is RTP, the other one is SIP only. What is measured is the whole process, its start
 * included; the files are in the page cache.
 */
public final class CallsComparison {

    private static final long RTP_BYTES = 1L << 30;
    private static final long SIP_MESSAGES = 279_600;
    private static final long DISK_NEEDED = 2L << 30;
    private static final int RUNS = 3;
    /** Who takes longer is measured once: what disturbs a long run is a small part of it. */
    private static final double LONG_RUN_SECONDS = 20;

    private static final int LIMIT_SECONDS = 300;

    private final Path work;
    private final String ringback;

    private CallsComparison(Path image, Path work) {
        this.work = work;
        this.ringback = image.resolve("bin").resolve("ringback").toString();
    }

    /**
     * What one process took.
     *
     * @param processor seconds of all cores, NaN where the system does not tell
     * @param memory bytes at the peak, as above
     * @param own of these, what is no page of a file
     * @param cut whether it was ended because it took too long
     */
    private record Cost(double seconds, double processor, double memory, double own, boolean cut) {}

    private record Program(String name, List<String> command) {}

    /**
     * Takes up to a quarter of an hour, most of it for tshark and sngrep.
     *
     * @param arguments the image
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("ringback-bench");
        try {
            long free = Files.getFileStore(work).getUsableSpace();
            if (free < DISK_NEEDED) {
                System.err.printf(Locale.ROOT, "%s has %,d bytes free; %,d are needed%n", work, free, DISK_NEEDED);
                System.exit(2);
            }
            new CallsComparison(Path.of(arguments[0]).toAbsolutePath(), work).run();
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        Path sip = work.resolve("sip.pcap");
        Path rtp = work.resolve("rtp.pcap");
        CaptureGenerator.main("--sip", sip.toString(), Long.toString(SIP_MESSAGES));
        CaptureGenerator.main("--rtp", rtp.toString(), Long.toString(RTP_BYTES));
        compare(String.format(Locale.ROOT, "%,d SIP messages", SIP_MESSAGES), sip);
        compare("mostly RTP", rtp);
    }

    private void compare(String what, Path file) throws IOException, InterruptedException {
        long bytes = Files.size(file);
        System.out.printf(Locale.ROOT, "%n%s, %,d bytes; medians%n", what, bytes);
        System.out.printf(
                Locale.ROOT,
                "%-22s %9s %9s %9s %9s %9s %9s%n",
                "program",
                "time",
                "CPU",
                "peak",
                "own",
                "MB/s",
                "x text");
        double reference = Double.NaN;
        for (Program program : programs(file)) {
            if (installed(program.command().getFirst())) {
                Cost cost = median(program);
                reference = Double.isNaN(reference) ? cost.seconds() : reference;
                print(program, cost, bytes, reference);
            } else {
                System.out.printf(Locale.ROOT, "%-22s not installed%n", program.name());
            }
        }
    }

    private List<Program> programs(Path file) {
        String name = file.toString();
        return List.of(
                new Program("ringback calls", List.of(ringback, "calls", name)),
                new Program("  --format json", List.of(ringback, "calls", "--format", "json", name)),
                new Program("sngrep", List.of("sngrep", "-F", "-l", "1000000", "-N", "-q", "-I", name)),
                new Program(
                        "tshark, fields",
                        List.of(
                                "tshark",
                                "-Y",
                                "sip",
                                "-T",
                                "fields",
                                "-e",
                                "sip.Method",
                                "-e",
                                "sip.Status-Code",
                                "-e",
                                "sip.Call-ID",
                                "-r",
                                name)),
                new Program("capinfos -c", List.of("capinfos", "-c", name)));
    }

    private static boolean installed(String program) {
        return program.contains("/")
                || Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void print(Program program, Cost cost, long bytes, double reference) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %8.2fs %8.2fs %6.0f MB %6.0f MB %9.0f %9.2f%s%n",
                program.name(),
                cost.seconds(),
                cost.processor(),
                cost.memory() / 1e6,
                cost.own() / 1e6,
                bytes / 1e6 / cost.seconds(),
                cost.seconds() / reference,
                cost.cut() ? "  (ended after " + LIMIT_SECONDS + " s)" : "");
    }

    private Cost median(Program program) throws IOException, InterruptedException {
        var costs = new ArrayList<Cost>();
        do {
            costs.add(measure(program.command()));
        } while (costs.size() < RUNS && costs.getFirst().seconds() < LONG_RUN_SECONDS);
        costs.sort(Comparator.comparingDouble(Cost::seconds));
        return costs.get(costs.size() / 2);
    }

    private Cost measure(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var watch = new Watch(process);
        boolean cut = false;
        while (!process.waitFor(Watch.EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            watch.look();
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                cut = true;
                process.destroyForcibly();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!cut && process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
        return new Cost(seconds, watch.processor, watch.memory, watch.own, cut);
    }

    /** Looks at a process while it lives, for afterwards nobody can: where the system keeps no such file, it sees nothing. */
    private static final class Watch {

        private static final int EVERY_MILLISECONDS = 5;

        private final Process process;
        private double processor = Double.NaN;
        private double memory = Double.NaN;
        private double own = Double.NaN;

        Watch(Process process) {
            this.process = process;
        }

        void look() {
            process.info().totalCpuDuration().ifPresent(time -> processor = time.toNanos() / 1e9);
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            try {
                for (String line : Files.readAllLines(status)) {
                    memory = Math.max(zeroed(memory), bytes(line, "VmHWM:").orElse(zeroed(memory)));
                    own = Math.max(zeroed(own), bytes(line, "RssAnon:").orElse(zeroed(own)));
                }
            } catch (IOException e) {
                // It has ended, or this is no Linux.
                return;
            }
        }

        private static double zeroed(double value) {
            return Double.isNaN(value) ? 0 : value;
        }

        private static Optional<Double> bytes(String line, String field) {
            return line.startsWith(field)
                    ? Optional.of(1024 * Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    : Optional.empty();
        }
    }
}
