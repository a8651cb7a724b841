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

    public QuestionVersion Find(string id) => course.Questions.Single(question => string.Equals(question.Prompt.Id, id, StringComparison.Ordinal));

    /// <summary>The right letters in the author's order, as lessons show the options: <c>AC</c>.</summary>
    public string LettersOf(string id) => string.Concat(Find(id).Key.CorrectOptions.Select(option => (char)('A' + option)));

    /// <summary>A choice of one option that is not right.</summary>
    public string WrongLettersOf(string id)
    {
        var question = Find(id);
        return string.Concat((char)('A' + Enumerable.Range(0, question.Prompt.OptionCount).First(option => !question.Key.IsAnsweredBy([option]))));
    }

    /// <summary>The right letters of a question as a paper shows it.</summary>
    public string LettersOn(PaperQuestion shown)
    {
        var question = course.Questions.Where(question => shown.Stem.EndsWith(question.Prompt.Stem, StringComparison.Ordinal)).MaxBy(question => question.Prompt.Stem.Length)
            ?? throw new InvalidOperationException($"The course has no question “{shown.Stem}”.");
        var right = question.Prompt.Kind is QuestionKind.TrueFalse
            ? question.Key.CorrectOptions.Select(option => (char)('A' + option))
            : question.Key.CorrectOptions.Select(option => shown.Options.Single(one => string.Equals(one.Text, question.Prompt.Options[option], StringComparison.Ordinal)).Letter);
        return string.Concat(right.Order());
    }
}
