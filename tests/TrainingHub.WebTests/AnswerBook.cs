using TrainingHub.Courses;
using TrainingHub.Courseware;
using TrainingHub.Questions;

namespace TrainingHub.Tests;

/// <summary>What somebody knows who has learnt a course by heart: the right answers, from the course's own files.</summary>
public sealed class AnswerBook(CourseContent course)
{
    public CourseContent Course => course;

    /// <param name="folder">The folder of the course, for instance <c>courses/major-hazards-2024</c>.</param>
    public static AnswerBook Read(string folder) => CourseReader.Read(folder) switch
    {
        CourseOutcome.Read read => new AnswerBook(read.Content),
        CourseOutcome.Refused refused => throw new InvalidOperationException(string.Join(Environment.NewLine, refused.Problems)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The right letters of a question as a paper shows it.</summary>
    public string LettersOn(PaperQuestion shown) => LettersOn(course.Questions, shown);

    /// <summary>A choice that is not right, in the letters of the page.</summary>
    public string WrongLettersOn(PaperQuestion shown) => WrongLettersOn(course.Questions, shown);

    /// <summary>A choice that is not right: of several right options only the first, else another option.</summary>
    public static string WrongLettersOn(IEnumerable<QuestionVersion> questions, PaperQuestion shown) => LettersOn(questions, shown) switch
    {
        { Length: > 1 } several => several[..1],
        "A" => "B",
        _ => "A",
    };

    /// <summary>The right letters of a question as a page shows it.</summary>
    public static string LettersOn(IEnumerable<QuestionVersion> questions, PaperQuestion shown)
    {
        var question = questions.Where(question => shown.Stem.EndsWith(question.Prompt.Stem, StringComparison.Ordinal)).MaxBy(question => question.Prompt.Stem.Length)
            ?? throw new InvalidOperationException($"The course has no question “{shown.Stem}”.");
        var right = question.Prompt.Kind is QuestionKind.TrueFalse
            ? question.Key.CorrectOptions.Select(option => (char)('A' + option))
            : question.Key.CorrectOptions.Select(option => shown.Options.Single(one => string.Equals(one.Text, question.Prompt.Options[option], StringComparison.Ordinal)).Letter);
        return string.Concat(right.Order());
    }
}
