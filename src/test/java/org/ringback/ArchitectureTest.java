package org.ringback;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
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
import org.junit.jupiter.api.Test;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.language.LiveTexts;
import org.ringback.report.CallShare;
import org.ringback.report.Format;
import org.ringback.report.LadderPicture;
import org.ringback.report.LadderSvg;
import org.ringback.report.Selection;
import org.ringback.report.ShareFormat;
import org.ringback.words.CallText;
import org.ringback.words.EndingText;
import org.ringback.words.FaultText;
import org.ringback.words.FindingLabel;
import org.ringback.words.LadderWords;
import org.ringback.words.LegText;
import org.ringback.words.ReportText;
import org.ringback.words.ShareText;
import org.ringback.words.TalkTime;

/** The house of the README: what each package may know, each rule with its reason. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .importUrl(Ringback.class.getProtectionDomain().getCodeSource().getLocation());

    private static final String[] TOOLKIT = {
        "javafx.animation..",
        "javafx.application..",
        "javafx.concurrent..",
        "javafx.css..",
        "javafx.event..",
        "javafx.geometry..",
        "javafx.print..",
        "javafx.scene..",
        "javafx.stage..",
        "java.awt..",
        "javax.swing..",
        "org.controlsfx..",
        "atlantafx..",
        "org.kordamp.."
    };

    private static final String[] PLAIN = {
        "org.ringback.handbook..",
        "org.ringback.comparison..",
        "org.ringback.report..",
        "org.ringback.settings..",
        "org.ringback.command..",
        "org.ringback.capture..",
        "org.ringback.sip..",
        "org.ringback.call..",
        "org.ringback.diagnosis..",
        "org.ringback.ladder..",
        "org.ringback.export..",
        "org.ringback.pseudonym.."
    };

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    @Test
    void plainPackagesKnowNoToolkit() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..", "java.awt..")
                .because("the command line gives the same answers with no window, and they are tested without one"));
    }

    @Test
    void languageKnowsOnlyTheBeansOfJavaFx() {
        check(noClasses()
                .that()
                .resideInAPackage("org.ringback.language..")
                .and()
                .areNotAssignableTo(LiveTexts.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("texts are loaded on the command line too; only live texts are there to be bound"));
        check(noClasses()
                .that()
                .areAssignableTo(LiveTexts.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TOOLKIT)
                .because("a binding needs javafx.beans and nothing that is shown"));
    }

    @Test
    void onlyTheWindowKnowsTheToolkit() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.ringback.window..", "org.ringback")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TOOLKIT)
                .because("what happens must be testable and usable without what is seen"));
        check(noClasses()
                .that()
                .resideInAPackage("org.ringback")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx.scene..",
                        "javafx.stage..",
                        "javafx.css..",
                        "org.controlsfx..",
                        "atlantafx..",
                        "org.kordamp..")
                .because("main only decides between window and command line"));
    }

    @Test
    void nobodyKnowsTheWindow() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.ringback.window..", "org.ringback")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ringback.window..")
                .because("data runs one way, the window is its end"));
    }

    @Test
    void plainPackagesDoNotKnowTheSession() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .or()
                .resideInAPackage("org.ringback.language..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ringback.session..")
                .because("what is true does not depend on what is happening now"));
    }

    @Test
    void viewsUseAnswersNotTheirPrinters() {
        check(classes()
                .that()
                .resideInAPackage("org.ringback.report..")
                .and()
                .doNotBelongToAnyOf(
                        Answers.class,
                        CallShare.class,
                        CallText.class,
                        EndingText.class,
                        FaultText.class,
                        FindingLabel.class,
                        Format.class,
                        LadderPicture.class,
                        LadderSvg.class,
                        LadderWords.class,
                        LegText.class,
                        Library.class,
                        ReportText.class,
                        Selection.class,
                        ShareFormat.class,
                        ShareText.class,
                        TalkTime.class)
                .should()
                .onlyBeAccessed()
                .byAnyPackage("org.ringback.report..", "org.ringback.command..")
                .because("a view asks for an answer in a format; how it is printed can change"));
    }

    @Test
    void jsonStaysWhereFilesAreReadAndWritten() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.ringback.handbook..",
                        "org.ringback.comparison..",
                        "org.ringback.diagnosis..",
                        "org.ringback.language..",
                        "org.ringback.report..",
                        "org.ringback.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("everyone else works with records, so that the library can be exchanged"));
    }

    @Test
    void theCommandLineLibraryStaysInTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.ringback.command..", "org.ringback")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("options are read in one place"));
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("org.ringback.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that can be read alone can be understood alone"));
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
}
