package org.ringback.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Hands mutations to a fuzz target as fast as it takes them. What was thrown is written to {@code target/campaign}, each kind of it once, and so is an input that takes long.
 */
final class FuzzCampaign {

    private static final Path FOUND = Path.of("target/campaign");
    private static final Duration LONG = Duration.ofSeconds(2);

    private final FuzzTarget target;
    private final Map<String, Integer> finds = new HashMap<>();
    private long inputs;
    private long slowest;

    /** What is tried now and since when, for who watches that it ends. */
    private volatile byte[] trying = new byte[0];

    private volatile long since;

    FuzzCampaign(FuzzTarget target) {
        this.target = target;
    }

    /**
     * Runs it for some time.
     *
     * @param arguments a number that no campaign had before, minutes for each target, and the classes of the targets
     */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        long number = Long.parseLong(arguments[0]);
        var time = Duration.ofMillis((long) (60_000 * Double.parseDouble(arguments[1])));
        for (int i = 2; i < arguments.length; i++) {
            new FuzzCampaign(FuzzTarget.of(arguments[i])).run(number, time);
        }
    }

    /** Runs it for some time and gives back what was found, each kind with how often. */
    Map<String, Integer> run(long number, Duration time) throws IOException {
        Files.createDirectories(FOUND);
        Thread.ofPlatform().daemon().name("watching").start(this::watch);
        var mutations = new Mutations(target.seeds(), new SplittableRandom(number).nextLong());
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            tryOne(mutations.next());
        }
        since = 0;
        System.out.printf(
                Locale.ROOT,
                "%-18s %,12d inputs %6d s  %d kinds of finds %s, slowest %d ms%n",
                target.name(),
                inputs,
                (System.nanoTime() - begin) / 1_000_000_000,
                finds.size(),
                finds,
                slowest / 1_000_000);
        return finds;
    }

    private void tryOne(byte[] input) throws IOException {
        trying = input;
        long begin = System.nanoTime();
        since = begin;
        inputs++;
        try {
            target.run(input);
        } catch (Throwable found) {
            String kind = kind(found);
            if (finds.merge(kind, 1, Integer::sum) == 1) {
                System.out.println(target.name() + " " + kind + " " + found.getMessage());
                found.printStackTrace(System.out);
                keep(input, kind);
            }
        }
        long took = System.nanoTime() - begin;
        if (took > slowest) {
            slowest = took;
            if (took > LONG.toNanos()) {
                keep(input, "slow-" + took / 1_000_000);
            }
        }
    }

    /** Where it was thrown, which is the same for all finds of a cause. */
    private static String kind(Throwable found) {
        StackTraceElement place = new StackTraceElement("nowhere", "", "", 0);
        for (StackTraceElement element : found.getStackTrace()) {
            if (element.getClassName().startsWith("org.ringback.")) {
                place = element;
                break;
            }
        }
        return found.getClass().getSimpleName() + "-"
                + place.getClassName().substring(place.getClassName().lastIndexOf('.') + 1) + "-"
                + place.getLineNumber();
    }

    private void keep(byte[] input, String kind) throws IOException {
        Files.write(FOUND.resolve(target.name() + "-" + kind), input);
    }

    private void watch() {
        long told = 0;
        try {
            while (true) {
                Thread.sleep(1000);
                byte[] now = trying;
                long from = since;
                if (from != 0 && from != told && System.nanoTime() - from > 10 * LONG.toNanos()) {
                    told = from;
                    System.out.println(target.name() + " hangs");
                    keep(now, "hang-" + from);
                }
            }
        } catch (InterruptedException | IOException e) {
            System.out.println(e);
        }
    }
}
