package org.ringback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image as a stranger's machine sees it: no Java, no settings, an empty home, the C locale. A run from the class path
 * hides a missing module and a missing native library; this one does not.
 */
class PackagedImageIT {

    private static final Path IMAGE = Path.of("target", "ringback").toAbsolutePath();

    /** The cache has to be there and to fit; and Java, which does not ask HOME, is told where the home is. */
    private static final String STRICT = "-XX:AOTMode=on -Duser.home=.";

    @TempDir
    private Path home;

    @TempDir
    private Path elsewhere;

    private Path launcher = IMAGE.resolve("bin").resolve("ringback");
    private String javaOptions = STRICT;
    private String locale = "C";

    private record Answer(int exitCode, String output, String errors, List<String> written) {}

    private Answer run(String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(launcher.toString());
        words.addAll(List.of(arguments));
        Path output = elsewhere.resolve("output");
        Path errors = elsewhere.resolve("errors");
        var builder = new ProcessBuilder(words)
                .directory(home.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment()
                .putAll(Map.of("HOME", home.toString(), "LANG", locale, "RINGBACK_JAVA_OPTIONS", javaOptions));
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        // Reading as text fails where the bytes are not UTF-8.
        return new Answer(process.exitValue(), Files.readString(output), Files.readString(errors), filesIn(home));
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private String answer(String... arguments) throws IOException, InterruptedException {
        Answer answer = run(arguments);
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.written()).isEmpty();
        return answer.output();
    }

    @Test
    void explainsInRussian() throws Exception {
        assertThat(answer("explain", "486", "--lang", "ru", "--format", "text"))
                .contains("486 Busy Here")
                .containsIgnoringCase("занят");
    }

    @Test
    void namesEachLanguageInItself() throws Exception {
        assertThat(answer("languages")).contains("English", "Русский");
    }

    @Test
    void understandsWordsThatAreNotAscii() throws Exception {
        assertThat(answer("search", "занято", "--lang", "ru")).contains("486");
    }

    @Test
    void answersInTheLanguageOfALocaleThatTheMachineLacks() throws Exception {
        locale = "ru_XX.UTF-8";
        assertThat(answer("search", "занято")).contains("Коды по запросу «занято»", "486");
    }

    @Test
    void tellsWhatItIsMadeOf() throws Exception {
        assertThat(answer("--version")).startsWith("Ringback ").contains("\nJava ", "\nJavaFX ");
    }

    @Test
    void comparesForOtherPrograms() throws Exception {
        JsonNode comparison = new ObjectMapper().readTree(answer("compare", "486", "600", "--format", "json"));
        assertThat(comparison.fieldNames())
                .toIterable()
                .contains("summary", "left", "right", "differences", "whenToUse", "learnMore");
    }

    @Test
    void refusesAnUnknownCodeInOneLine() throws Exception {
        Answer answer = run("explain", "799");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors().lines()).singleElement().asString().contains("799");
    }

    /** A pointless large file: one message, then gigabytes of empty records that take no place on the disk. */
    private Path slowCapture() throws IOException {
        Path file = elsewhere.resolve("slow.pcap");
        Files.copy(Path.of("src", "test", "resources", "captures", "gen-call-udp.pcap"), file);
        try (var slow = new RandomAccessFile(file.toFile(), "rw")) {
            slow.setLength(16L << 30);
        }
        return file;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void printsWhatItFoundSoFarOnControlC() throws Exception {
        // Who runs tests in the background of a script has their signals ignored.
        long ignored = Long.parseUnsignedLong(status("SigIgn:"), 16);
        assumeThat(ignored & 0b10).as("SIGINT is ignored here").isZero();
        Path slow = slowCapture();
        Path output = elsewhere.resolve("output");
        Path errors = elsewhere.resolve("errors");
        Process process = new ProcessBuilder(launcher.toString(), "calls", "--lang", "en", slow.toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            while (process.isAlive() && !reads(process, slow)) {
                Thread.sleep(20);
            }
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(Files.readString(output)).contains("INVITE", "SIP messages read");
        assertThat(Files.readString(errors).lines()).singleElement().asString().startsWith("ringback: Stopped");
    }

    /** Whether more of the file was looked at than is needed to tell its kind. */
    private static boolean reads(Process process, Path file) throws IOException {
        var lines = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "smaps"))
                .iterator();
        while (lines.hasNext()) {
            if (lines.next().endsWith(file.toString())) {
                String resident = lines.next();
                while (!resident.startsWith("Rss:")) {
                    resident = lines.next();
                }
                if (Long.parseLong(resident.replaceAll("\\D", "")) >= 1024) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void opensTheWindowAndUnpacksNothing() throws Exception {
        javaOptions = STRICT + " -Dringback.printFirstFrame=true -Dglass.platform=Headless -Dprism.order=sw";
        Answer answer = run();
        assertThat(answer.errors().lines()).singleElement().asString().isEqualTo("first-frame");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.written()).isSubsetOf(".config/ringback/settings.json");
    }

    /** There is no display in the environment of these tests. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFailureOfTheStartLeavesItsTrace() throws Exception {
        Answer answer = run();

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors().lines()).singleElement().asString().startsWith("ringback: ");
        assertThat(answer.written()).contains(".local/state/ringback/ringback.log");
        Path log = home.resolve(".local/state/ringback/ringback.log");
        assertThat(log)
                .content()
                .contains(
                        "Java " + Runtime.version().feature(),
                        "UncaughtErrors, thread main",
                        "UnsupportedOperationException");
        assertThat(Files.getPosixFilePermissions(log)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void runsWhereItWasMovedAndThroughLinks() throws Exception {
        Path place = elsewhere.resolve("another place");
        copy(IMAGE, place.resolve("image"));
        Path link = Files.createSymbolicLink(place.resolve("link"), Path.of("image", "bin", "ringback"));
        launcher = Files.createSymbolicLink(elsewhere.resolve("link to the link"), link);
        assertThat(answer("languages")).contains("Русский");
    }

    /** Without the times of the files, as many ways to copy do. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                    assertThat(copy.toFile().setExecutable(Files.isExecutable(file)))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void runsWithACacheThatDoesNotFitAndSaysNothing() throws Exception {
        Path unfit = Files.writeString(elsewhere.resolve("unfit.aot"), "no cache");
        javaOptions = "-XX:AOTCache=" + unfit;
        assertThat(answer("languages")).contains("Русский");
    }

    @Test
    void knowsEveryLocaleAndTerminal() throws Exception {
        assertThat(modules()).contains("jdk.localedata", "jdk.charsets");
    }

    private static List<String> modules() throws IOException {
        return Files.readAllLines(IMAGE.resolve("release")).stream()
                .filter(line -> line.startsWith("MODULES="))
                .flatMap(line -> Stream.of(
                        line.substring("MODULES=".length()).replace("\"", "").split(" ")))
                .toList();
    }

    @Test
    void passesOnTheLicenseOfEveryModule() throws Exception {
        assertThat(modules()).contains("java.base", "org.ringback");
        for (String module : modules()) {
            assertThat(IMAGE.resolve("legal").resolve(module))
                    .as(
                            "license texts of %s: put them into src/main/legal, or take them from its jar in pom.xml",
                            module)
                    .isDirectoryContaining(
                            file -> Files.isRegularFile(file) && file.toFile().length() > 0);
        }
    }

    @Test
    void namesTheLicenseOfEveryModule() throws Exception {
        List<String> words =
                List.of(Files.readString(IMAGE.resolve("NOTICE.txt")).split("[,\\s]+"));
        assertThat(words)
                .as("modules in src/main/legal/NOTICE.txt")
                .containsAll(modules().stream()
                        .map(module -> module.replaceFirst("^(java|jdk)\\..*", "$1.*"))
                        .toList());
    }
}
