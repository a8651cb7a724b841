using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.Programmes;

namespace TrainingHub.Transcripts;

/// <summary>Lines of papers in words.</summary>
public sealed class TranscriptWords(IStringLocalizer<TranscriptsText> text)
{
    public string When(TranscriptLine line) => line.From == line.Until ? line.Until.Written() : DateWords.Span(line.From, line.Until);

    public string What(TranscriptLine line, IReadOnlyDictionary<string, string> titles)
    {
        var course = titles.GetValueOrDefault(line.Fact.CourseSlug, line.Fact.CourseSlug);
        return line.Lessons > 0 ? text["What_Lessons", course, line.Lessons]
            : line.Fact.Kind is LearningKind.Quiz && course.Length > 0 ? text["What_Course", course]
            : line.Fact.Title.Length > 0 ? line.Fact.Title
            : course;
    }

    public string How(TranscriptLine line) => text[$"Kind_{line.Fact.Kind}"];

    public string Hours(TranscriptLine line) => line.IsCountedElsewhere ? text["Hours_Elsewhere"] : line.Minutes.AsCreditHours();

    public string Result(TranscriptLine line) => line.Fact switch
    {
        { Points: { } points, FullPoints: { } full } => text["Result_Points", points, full],
        { Result.Length: > 0 } => line.Fact.Result,
        { Kind: LearningKind.Quiz or LearningKind.Assessment } => text["Result_Passed"],
        { Kind: LearningKind.Lesson } => text["Result_Lessons"],
        _ => text["Result_None"],
    };

    public string Owed(OwedLine line) => line.Counted == 0 ? text["Owed_Excluded"] : line.CompletedOn is { } day ? text["Owed_Done", day.Written()] : line.Covered > 0 ? text["Owed_Done_Short"] : text["Owed_Missing"];
}
