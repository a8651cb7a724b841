using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>
/// Questions of every kind as Markdown: the form in which they are edited, compared, taken out and brought in. What is written is read as
/// the same questions, and what was read is written as the same text. The form is described in courses/README.md.
/// </summary>
public static class QuestionMarkdown
{
    /// <summary>Reads any number of questions; a question in which something is wrong does not keep the others from being read.</summary>
    /// <param name="text">As written by a person or by <see cref="Write(IEnumerable{MarkdownQuestion})"/>.</param>
    /// <param name="file">How problems name the text.</param>
    /// <param name="fallback">The basis of questions that name none; null: they have to.</param>
    public static MarkdownReading Read(string text, string file = "", Basis? fallback = null)
    {
        var log = new ProblemLog();
        var questions = new QuestionMarkdownReader(file, fallback, log).Read(text);
        return new MarkdownReading(questions, log.Sorted);
    }

    /// <summary>With LF as line ends, and one at the end; the empty text for no questions.</summary>
    public static string Write(IEnumerable<MarkdownQuestion> questions) => new QuestionMarkdownWriter().Write(questions);

    /// <summary>One question alone, with its case.</summary>
    public static string Write(MarkdownQuestion question) => Write([question]);
}
