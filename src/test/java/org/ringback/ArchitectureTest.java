package org.ringback;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.diagnosis.Rules;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.language.LiveTexts;

/** What each package may know, by the map in {@link House}, and what nobody may do; each with its reason. */
@BesideOthers
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .importUrl(Ringback.class.getProtectionDomain().getCodeSource().getLocation());

    private static final String TOP = "org.ringback";

    /** In lines. */
    private static final int LONGEST_FILE = 300;

    @Test
    void everyPackageStandsOnTheMap() {
        Set<String> packages = PROGRAM.stream().map(ArchitectureTest::room).collect(toCollection(TreeSet::new));
        Set<String> onTheMap = House.ROOMS.stream().map(Room::name).collect(toCollection(TreeSet::new));
        assertThat(onTheMap).as("rooms of House, and packages of the program").isEqualTo(packages);
    }

    @Test
    void aNameStandsForOneThing() {
        assertThat(PROGRAM.stream().filter(JavaClass::isTopLevelClass).map(JavaClass::getSimpleName))
                .filteredOn(name -> !name.equals("package-info"))
                .as("a stranger who searches for a name finds one type")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRoomIsExplained() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/site/markdown/architecture.md"));
        for (Room room : House.ROOMS) {
            String[] names = room.name().split("\\.", -1);
            assertThat(lines)
                    .as("a row of architecture.md about " + room.name())
                    .anyMatch(line -> room.name().isEmpty()
                            || (line.startsWith("| `" + names[0] + "` | ")
                                    && (names.length == 1 || line.contains("`" + names[1] + "`"))));
        }
    }

    /** A rule that nobody lists is silent, and no other test misses it. */
    @Test
    void everyRuleIsInTheListOfItsRoom() {
        assertThat(PROGRAM.stream()
                        .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(Rules.ALL.stream()
                        .map(rule -> rule.getClass().getName())
                        .toList());
    }

    @Test
    void noFileIsTooLong() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file))
                        .as(file + ", which has more than one idea")
                        .hasSizeLessThanOrEqualTo(LONGEST_FILE);
            }
        }
    }

    @Test
    void aRoomUsesOnlyRoomsBelowIt() {
        Set<String> below = new HashSet<>();
        for (Room room : House.ROOMS) {
            assertThat(below).as("below " + room.name()).containsAll(room.uses());
            below.add(room.name());
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesWhatItsEntryOnTheMapNames(Room room) {
        Set<String> rooms = new TreeSet<>();
        Set<Outside> outside = EnumSet.noneOf(Outside.class);
        for (Dependency use : usesOf(room)) {
            JavaClass used = use.getTargetClass().getBaseComponentType();
            if (used.getPackageName().startsWith(TOP)) {
                rooms.add(room(used));
                assertThat(room.uses())
                        .as("%s, because %s: %s", room.name(), room.reason(), use.getDescription())
                        .contains(room(used));
            } else {
                Outside.of(used).ifPresent(group -> {
                    outside.add(group);
                    assertThat(room.outside())
                            .as("%s, because %s: %s", room.name(), room.reason(), use.getDescription())
                            .contains(group);
                });
            }
        }
        assertThat(room.uses()).as("only what is used is allowed").isEqualTo(rooms);
        assertThat(room.outside()).as("only what is used is allowed").isEqualTo(outside);
    }

    private static List<Room> rooms() {
        return House.ROOMS;
    }

    private static List<Dependency> usesOf(Room room) {
        return PROGRAM.stream()
                .filter(type -> room(type).equals(room.name()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use ->
                        !room(use.getTargetClass().getBaseComponentType()).equals(room.name()))
                .toList();
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(TOP + ".") ? name.substring(TOP.length() + 1) : name.equals(TOP) ? "" : name;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aPackageKeepsWhatItsPackageInfoPromises(Room room) throws IOException {
        if (room.name().isEmpty()) {
            return;
        }
        var file = Path.of("src/main/java/org/ringback", room.name().split("\\.", -1))
                .resolve("package-info.java");
        Set<String> types = usesOf(room).stream()
                .map(use -> use.getTargetClass().getBaseComponentType().getName())
                .collect(toCollection(TreeSet::new));
        for (Promise promise : Promise.in(Files.readString(file))) {
            assertThat(promise.broken(room, types))
                    .as("%s must never know %s", room.name(), promise)
                    .isEmpty();
        }
    }

    @Test
    void everyPromiseIsMade() throws IOException {
        Set<Promise> made = EnumSet.noneOf(Promise.class);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.endsWith("package-info.java")).toList()) {
                made.addAll(Promise.in(Files.readString(file)));
            }
        }
        assertThat(made).as("rules that nobody promises to keep can go").containsOnly(Promise.values());
    }

    @Test
    void languageKnowsBindingsInOnePlaceOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("org.ringback.language")
                .and()
                .areNotAssignableTo(LiveTexts.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("texts are loaded on the command line too; only live texts are there to be bound"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(SYNTHETIC)
                .should()
                .haveModifier(FINAL)
                .because("state that everyone can reach makes tests and languages leak into each other"));
        check(fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(SYNTHETIC)
                .should()
                .notHaveRawType("java.util.HashMap")
                .andShould()
                .notHaveRawType("java.util.ArrayList")
                .andShould()
                .notHaveRawType("java.util.HashSet")
                .because("a final field of a mutable collection is state as well"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.ringback.command..", "org.ringback")
                .should()
                .accessField(System.class, "out")
                .because("standard output holds answers and nothing else, a pipe must not get anything more"));
    }

    @Test
    void settingsAreAFileOfOurOwn() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.prefs..")
                .because("preferences hide in the registry and cannot be looked at, copied or repaired"));
    }

    @Test
    void nothingLeavesTheMachine() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..", "java.rmi..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        NetworkChannel.class,
                        SocketChannel.class,
                        ServerSocketChannel.class,
                        DatagramChannel.class,
                        AsynchronousSocketChannel.class,
                        AsynchronousServerSocketChannel.class,
                        Socket.class,
                        DatagramSocket.class,
                        URLConnection.class,
                        InetAddress.class)
                .because("captures hold private data: the program opens no connection, only the user's browser does"));
    }

    private static void check(ArchRule rule) {
        rule.check(PROGRAM);
    }
}
