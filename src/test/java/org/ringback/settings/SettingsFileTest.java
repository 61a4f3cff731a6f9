package org.ringback.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.CapturedLog;
import org.ringback.Pipes;

/** Settings survive a restart, and no damage to their file stops the program. */
class SettingsFileTest {

    private static final Settings FULL =
            new Settings("ru", "dark", "comparison", 404, 486, 600, new Settings.Bounds(10, 20, 800.5, 600, true));

    @TempDir
    private Path folder;

    private final CapturedLog log = new CapturedLog(SettingsFile.class);

    @AfterEach
    void stopCapturing() {
        log.close();
    }

    private Path path() {
        return folder.resolve("settings.json");
    }

    private Settings load(String content) throws IOException {
        Files.writeString(path(), content);
        return new SettingsFile(path()).load();
    }

    @Test
    void whatIsSavedComesBack() {
        new SettingsFile(path()).save(FULL);

        assertThat(new SettingsFile(path()).load()).isEqualTo(FULL);
    }

    @Test
    void defaultsComeBackToo() {
        new SettingsFile(path()).save(Settings.DEFAULTS);

        assertThat(new SettingsFile(path()).load()).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void whatTheCallsRememberComesBackToo() {
        var recent = new Settings.Recent(List.of("/a.pcap", "/b.log"), Map.of("/b.log", "PT1.5S"), List.of("0a1b"));
        var calls = new Settings.Calls(
                List.of(recent),
                0.4,
                List.of(0.3, 0.7),
                List.of("setup"),
                List.of("media"),
                List.of("code", "start"),
                List.of(new Settings.Note("a", "m1", true, "seen")));
        var settings = new Settings("en", "light", "calls", 1, 2, 3, null, 1.15, null, calls);
        new SettingsFile(path()).save(settings);

        assertThat(new SettingsFile(path()).load()).isEqualTo(settings);
    }

    @Test
    void filesThatWereNotYetOpenedTogetherAreStillKnown() throws IOException {
        assertThat(load("{\"calls\": {\"recent\": [\"/a.pcap\", {\"files\": [\"/b.log\"], \"more\": 1}]}}")
                        .calls()
                        .recent())
                .containsExactly(
                        new Settings.Recent(List.of("/a.pcap"), Map.of(), List.of()),
                        new Settings.Recent(List.of("/b.log"), Map.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"recent\": 5, \"list\": 7, \"parts\": [0.2, -1]}",
                "{\"recent\": [null], \"parts\": [null], \"hidden\": \"all\"}",
                "{\"list\": \"half\", \"more\": 1}",
                "\"none\"",
                "null"
            })
    void whatTheCallsRememberAndMakesNoSenseIsForgotten(String calls) throws IOException {
        assertThat(load("{\"language\": \"ru\", \"calls\": " + calls + "}"))
                .isEqualTo(new Settings("ru", null, null, null, null, null, null));
    }

    @Test
    void savingAgainReplaces() {
        var file = new SettingsFile(path());
        file.save(FULL);
        file.save(Settings.DEFAULTS);

        assertThat(file.load()).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void savingLeavesNothingBeside() {
        new SettingsFile(path()).save(FULL);

        assertThat(folder).isDirectoryContaining("glob:**/settings.json").isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void theFolderIsMade() {
        var deep = folder.resolve("a/b/settings.json");
        new SettingsFile(deep).save(FULL);

        assertThat(new SettingsFile(deep).load()).isEqualTo(FULL);
    }

    @Test
    void aMissingFileMeansDefaults() {
        assertThat(new SettingsFile(path()).load()).isEqualTo(Settings.DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "garbage \u0000\u0001",
                "[1, 2]",
                "42",
                "\"ru\"",
                "{\"language\": ",
                "{\"code\": \"four\"}",
                "{\"code\": {}}",
                "{\"window\": 5}",
                "{\"window\": {\"x\": \"left\"}}"
            })
    void aDamagedFileMeansDefaults(String content) throws IOException {
        assertThat(load(content)).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void ofATruncatedFileStaysWhatIsWhole() throws IOException {
        new SettingsFile(path()).save(FULL);
        String whole = Files.readString(path());
        for (int length = 0; length < whole.strip().length(); length++) {
            Settings left = load(whole.substring(0, length));
            assertThat(left.language()).as("cut at %d", length).isIn(FULL.language(), null);
            assertThat(left.code()).as("cut at %d", length).isIn(FULL.code(), null);
            assertThat(left.window()).as("cut at %d", length).isIn(FULL.window(), null);
        }
        assertThat(load(whole.substring(0, whole.indexOf("\"window\"")))).returns(FULL.code(), Settings::code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"language\": \"ru\", \"code\": 486, \"left\": 404,}",
                "{\"language\": \"ru\",, \"code\": 486, \"left\": 404}",
                "{\"language\": \"ru\" \"code\": 486, \"left\": 404}",
                "{\"language\": \"ru\", \"code\": 486, \"right\": 5x0, \"left\": 404}",
                "{\"language\": \"ru\", \"theme\": \"dark, \"code\": 486, \"left\": 404}",
                "\"language\": \"ru\", \"code\": 486, \"left\": 404 ",
                "{\"language\": \"ru\", \"code\": 486, \"left\": 404, \"right\": 50"
            })
    void oneDamagedEntryCostsNoOther(String content) throws IOException {
        assertThat(load(content))
                .returns("ru", Settings::language)
                .returns(486, Settings::code)
                .returns(404, Settings::left)
                .returns(null, Settings::right);
    }

    @Test
    void aDamagedFileIsKeptBesideTheNewOne() throws IOException {
        load("{\"language\": \"ru\",, \"mine\": 1}");
        new SettingsFile(path()).save(FULL);

        assertThat(folder.resolve("settings.json.damaged")).hasContent("{\"language\": \"ru\",, \"mine\": 1}");
    }

    @Test
    void nobodyElseCanReadIt() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.writeString(path(), "{}");
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r--r--"));
        new SettingsFile(path()).save(FULL);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    @Test
    void whoKeepsItBehindALinkGoesOnDoingSo() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path elsewhere = Files.createDirectory(folder.resolve("dotfiles")).resolve("mine.json");
        Files.createSymbolicLink(path(), folder.relativize(elsewhere));
        for (Settings settings : List.of(FULL, Settings.DEFAULTS)) {
            new SettingsFile(path()).save(settings);
            assertThat(path()).isSymbolicLink();
            assertThat(new SettingsFile(elsewhere).load()).isEqualTo(settings);
        }
    }

    @Test
    void aPipeInItsPlaceHoldsNothingUp() throws Exception {
        assumeTrue(Pipes.make(path()));

        assertThat(new SettingsFile(path()).load()).isEqualTo(Settings.DEFAULTS);
        new SettingsFile(path()).save(FULL);
        assertThat(Files.isRegularFile(path())).isFalse();
    }

    @Test
    void damageIsLoggedInOneLineThatNamesTheFile() throws IOException {
        load("garbage");

        assertThat(log.messages())
                .hasSize(1)
                .first()
                .asString()
                .contains(path().toString())
                .doesNotContain("\n");
    }

    @Test
    void whatANewerVersionAddedIsIgnored() throws IOException {
        assertThat(load("{\"language\": \"ru\", \"sound\": {\"volume\": 11}, \"window\": {\"x\": 1, \"width\":"
                        + " 7, \"height\": 5, \"screen\": 2}}"))
                .returns("ru", Settings::language)
                .extracting(Settings::window)
                .returns(1.0, Settings.Bounds::x);
    }

    @Test
    void oneBadValueDoesNotCostTheGoodOnes() throws IOException {
        assertThat(load("{\"language\": \"ru\", \"right\": \"abc\", \"theme\": [], \"left\": 404}"))
                .isEqualTo(new Settings("ru", null, null, null, 404, null, null));
    }

    @Test
    void whatAnOlderVersionLackedIsNotSet() throws IOException {
        assertThat(load("{\"language\": \"ru\"}")).isEqualTo(new Settings("ru", null, null, null, null, null, null));
    }

    @Test
    void aFolderInPlaceOfTheFileMeansDefaults() throws IOException {
        Files.createDirectory(path());
        Files.writeString(path().resolve("inside"), "");

        assertThat(new SettingsFile(path()).load()).isEqualTo(Settings.DEFAULTS);
        assertThatCode(() -> new SettingsFile(path()).save(FULL)).doesNotThrowAnyException();
    }

    @Test
    void aFolderThatCannotBeMadeDoesNotStopTheProgram() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        var below = new SettingsFile(folder.resolve("file/settings.json"));

        assertThatCode(() -> below.save(FULL)).doesNotThrowAnyException();
        assertThat(log.messages()).hasSize(1).first().asString().contains("cannot be written");
        assertThat(below.load()).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void aFileThatCannotBeReplacedStaysAsItWas() throws IOException {
        new SettingsFile(path()).save(FULL);
        Files.createDirectories(folder.resolve("settings.json.new/inside"));

        new SettingsFile(path()).save(Settings.DEFAULTS);

        assertThat(new SettingsFile(path()).load()).isEqualTo(FULL);
    }
}
