package org.ringback.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.language.Language;
import org.ringback.language.Texts;
import org.ringback.words.ProgramText;

/** The command line: arguments in, an answer or one line of error out. */
public final class CommandLineProgram {

    private final Library library;
    private final Diagnosis diagnosis;
    private final Supplier<Optional<Path>> errorLog;

    /** Answers with every rule there is. */
    public CommandLineProgram(Library library, Supplier<Optional<Path>> errorLog) {
        this(library, new Diagnosis(), errorLog);
    }

    /**
     * Takes what answers are made from.
     *
     * @param errorLog where a mistake in a rule can be read about, if there is such a file by then
     */
    CommandLineProgram(Library library, Diagnosis diagnosis, Supplier<Optional<Path>> errorLog) {
        this.library = library;
        this.diagnosis = diagnosis;
        this.errorLog = errorLog;
    }

    /**
     * Answers one call of the program.
     *
     * @param out gets the answer and nothing else
     * @param err gets one line if there is no answer, and one for each file that could not be used
     * @param system the language of the system, for a call that names none
     * @return the exit code
     */
    public int run(String[] arguments, PrintStream out, PrintStream err, Locale system) {
        try {
            ExitCode exitCode = answer(arguments, out, err, system);
            out.flush();
            return exitCode.number();
        } catch (CommandRefusal refusal) {
            err.print(Command.PROGRAM + ": " + refusal.line() + "\n");
            err.flush();
            return refusal.exitCode().number();
        }
    }

    private ExitCode answer(String[] arguments, PrintStream out, PrintStream err, Locale system) {
        var languages = library.languages();
        Language language = new LanguageChoice(languages).of(arguments, system);
        Texts texts = languages.plain().texts(language);
        Request request = new RequestParser(texts, languages).parse(arguments);
        var files = new FileReading(diagnosis, texts, out, err);
        if (request instanceof Request.Calls asked) {
            return new CallsCommand(files, library::codes, languages.texts(language), out).run(asked);
        }
        if (request instanceof Request.Media asked) {
            return new MediaCommand(files, languages.texts(language), out).run(asked);
        }
        if (request instanceof Request.Diagnose asked) {
            return new DiagnoseCommand(files, library, texts, out, errorLog).run(asked);
        }
        if (request instanceof Request.Share asked) {
            var output = new ShareOutput(out, TerminalOutput.leadsToTerminal(1), texts);
            return new ShareCommand(files, library.answers(texts.language()), output).run(asked);
        }
        out.print(answer(request, texts));
        return ExitCode.ANSWERED;
    }

    private String answer(Request request, Texts texts) {
        var languages = library.languages();
        return switch (request) {
            case Request.Help help -> help.usage();
            case Request.Version _ -> ProgramText.versions(texts) + "\n";
            case Request.Languages asked -> LanguageList.of(languages.all(), texts, asked.format());
            case Request.Explain asked -> explain(asked, texts);
            case Request.Compare asked -> compare(asked, texts);
            case Request.Search asked -> search(asked, texts);
            case Request.Calls _, Request.Media _, Request.Diagnose _, Request.Share _ ->
                throw new IllegalArgumentException("What is in files is printed while it is made");
        };
    }

    private String explain(Request.Explain asked, Texts texts) {
        int code = new CodeArgument(library.codes(), texts).read(asked.code());
        Answers answers = library.answers(texts.language());
        return answers.page(answers.find(code).orElseThrow(), asked.format());
    }

    private String compare(Request.Compare asked, Texts texts) {
        var argument = new CodeArgument(library.codes(), texts);
        int left = argument.read(asked.left());
        int right = argument.read(asked.right().orElseThrow(() -> argument.alone(left)));
        Answers answers = library.answers(texts.language());
        return answers.comparison(answers.compare(left, right), asked.format());
    }

    private String search(Request.Search asked, Texts texts) {
        String query = String.join(" ", asked.words());
        Answers answers = library.answers(texts.language());
        var found = answers.search(query);
        if (found.nothing()) {
            throw CommandRefusal.nothingFound(texts, query);
        }
        return answers.searchResult(query, found, asked.format());
    }
}
