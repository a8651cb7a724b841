using TrainingHub.Programmes;
using TrainingHub.Transcripts;

namespace TrainingHub.UnitTests.Transcripts;

public sealed class TranscriptLineTests
{
    private static readonly DateOnly First = new(2026, 3, 1), Second = new(2026, 5, 1), LastYear = new(2025, 5, 1);

    [Fact]
    public void Hours_of_one_course_and_year_stand_in_one_line()
    {
        LearningFact[] facts = [Fact(LearningKind.Quiz, First, "fire", 135), Fact(LearningKind.Session, Second, "fire", 90), Fact(LearningKind.Quiz, LastYear, "fire", 135), Fact(LearningKind.Session, Second, "", 180)];

        var lines = TranscriptLine.Of(facts);

        Assert.Equal(LearningCredit.MinutesByYear(facts), lines.Sum(line => line.Minutes));
        Assert.Equal([0, 135, 135, 180], lines.Select(line => line.Minutes).Order());
        Assert.Equal(Second, Assert.Single(lines, line => line.IsCountedElsewhere).Until);
        Assert.Equal(LastYear, lines[^1].Until);
    }

    [Fact]
    public void Lessons_stand_together_until_the_examination_of_their_course_is_passed()
    {
        LearningFact[] lessons = [Lesson(First, 45), Lesson(Second, 60)];

        var before = Assert.Single(TranscriptLine.Of(lessons));
        var after = Assert.Single(TranscriptLine.Of([.. lessons, Fact(LearningKind.Quiz, Second, "fire", 135)]));

        Assert.Equal((2, First, Second, 105), (before.Lessons, before.From, before.Until, before.Minutes));
        Assert.Equal((0, 135), (after.Lessons, after.Minutes));
    }

    [Fact]
    public void What_lessons_give_beside_a_session_of_their_course_is_the_rest()
    {
        LearningFact[] facts = [Lesson(First, 60), Lesson(Second, 60), Fact(LearningKind.Session, Second, "fire", 90)];

        var lines = TranscriptLine.Of(facts);

        Assert.Equal(120, lines.Sum(line => line.Minutes));
        Assert.Equal(30, Assert.Single(lines, line => line.Lessons > 0).Minutes);
    }

    private static LearningFact Fact(LearningKind kind, DateOnly day, string course, int minutes) => new()
    {
        PersonId = Guid.Empty,
        Kind = kind,
        SourceId = Guid.NewGuid(),
        Day = day,
        CourseSlug = course,
        Minutes = minutes,
    };

    private static LearningFact Lesson(DateOnly day, int minutes) => new()
    {
        PersonId = Guid.Empty,
        Kind = LearningKind.Lesson,
        Day = day,
        CourseSlug = "fire",
        Minutes = minutes,
        MostMinutes = 135,
    };
}
