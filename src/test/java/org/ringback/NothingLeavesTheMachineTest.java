package org.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Window and command line make no socket and ask for no name. They run in a Java of their own that records each time when
 * the one place is passed where Java makes a socket, and that knows no host; what Java does by itself to find out which
 * protocols there are does not come by there.
 */
@BesideOthers
class NothingLeavesTheMachineTest {

    private static final String CAPTURE =
            Path.of("src/test/resources/captures/gen-proxy.pcap").toString();

    private static final String RECORDING = "-XX:StartFlightRecording:settings=none,+jdk.MethodTrace#enabled=true,"
            + "+jdk.MethodTrace#threshold=0ms,+jdk.MethodTrace#stackTrace=true,"
            + "+jdk.MethodTrace#filter=sun.nio.ch.Net::socket;sun.nio.ch.Net::serverSocket,dumponexit=true,filename=";

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @TempDir
    private Path folder;

    @Test
    void theCommandLineMakesNoSocket() throws Exception {
        for (List<String> asked : List.of(
                List.of("diagnose", "--format", "html", CAPTURE),
                List.of("calls", "--format", "json", CAPTURE, "src/test/resources/captures/gen-asterisk-full.log"),
                List.of("explain", "486"))) {
            Watched watched = watch(List.of(), Ringback.class, asked);

            assertThat(watched.out()).isNotEmpty();
            assertThat(watched.ways()).isEmpty();
        }
    }

    @Test
    void theWindowMakesNoSocket() throws Exception {
        // It opens handbook, comparison, calls, findings, a ladder and a message, and leaves.
        Watched watched = watch(
                List.of(
                        "-Dringback.training=" + CAPTURE,
                        "-Dringback.walk=" + CAPTURE,
                        "-Dringback.printFirstFrame=true"),
                Ringback.class,
                List.of());

        assertThat(watched.err()).contains("handbook", "findings", "ladder", "message");
        assertThat(watched.ways()).isEmpty();
    }

    @Test
    void noKindOfSocketGoesUnseen() throws Exception {
        Watched watched = watch(List.of(), EveryWayOut.class, List.of());

        assertThat(EveryWayOut.KINDS)
                .allSatisfy(kind -> assertThat(watched.ways()).anyMatch(way -> way.contains(kind)));
        assertThat(watched.ways()).contains(NoNames.ASKED + "ringback.invalid");
    }

    /** What a program wrote, and how it could have reached somebody: traces of sockets, and names. */
    private record Watched(String out, String err, List<String> ways) {}

    private Watched watch(List<String> options, Class<?> program, List<String> arguments) throws Exception {
        Path recording = folder.resolve("sockets.jfr");
        Path services = Files.createDirectories(folder.resolve("names/META-INF/services"));
        Files.writeString(services.resolve("java.net.spi.InetAddressResolverProvider"), NoNames.class.getName());
        List<String> command = new ArrayList<>(List.of(
                JAVA.resolve("java").toString(),
                RECORDING + recording,
                "-Xlog:jfr*=off",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.home=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                folder.resolve("names") + File.pathSeparator + classPath()));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(arguments);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        assertThat(run(command, out, err)).as(Files.readString(err)).isBetween(0, 1);
        assertThat(recording).as("what Java recorded").exists();
        Path ways = folder.resolve("ways");
        int read = run(
                List.of(
                        JAVA.resolve("jfr").toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "print",
                        "--stack-depth",
                        "30",
                        "--events",
                        "jdk.MethodTrace",
                        recording.toString()),
                ways,
                folder.resolve("jfr-err"));
        assertThat(read).isZero();
        List<String> all = new ArrayList<>();
        Stream.of(Files.readString(ways).split("(?=jdk\\.MethodTrace \\{)", -1))
                .filter(trace -> !trace.isBlank())
                .forEach(all::add);
        String told = Files.readString(err);
        told.lines().filter(line -> line.startsWith(NoNames.ASKED)).forEach(all::add);
        return new Watched(Files.readString(out, StandardCharsets.UTF_8), told, all);
    }

    private static int run(List<String> command, Path out, Path err) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("it ends").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Everything that this test runs with, whether from modules or from a class path. */
    private static String classPath() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> own : List.of(Ringback.class, NothingLeavesTheMachineTest.class)) {
            places.add(Path.of(own.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        places.add(Path.of("target", "test-classes").toString());
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            String value = System.getProperty(property, "");
            if (!value.isEmpty()) {
                places.add(value);
            }
        }
        return String.join(File.pathSeparator, places);
    }
}
