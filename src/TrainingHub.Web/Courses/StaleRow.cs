using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>A question or a lesson that rests on an edition which is no longer the one in force.</summary>
/// <param name="CourseSlug">Its course.</param>
/// <param name="CourseTitle">As its author wrote it.</param>
/// <param name="IsLesson">Whether it is a lesson; a question otherwise.</param>
/// <param name="Subject">The lesson's slug, or the question's hash.</param>
/// <param name="Id">The lesson's slug, or the question's id.</param>
/// <param name="Text">The lesson's title, or the question's stem.</param>
/// <param name="Edition">What it rests on; null when that is not entered here.</param>
/// <param name="EditionName">What it names.</param>
/// <param name="Clause">The clause; null when it names none.</param>
/// <param name="Standing">What became of it.</param>
/// <param name="Now">The edition that holds in its place; null when none does.</param>
/// <param name="IsReviewed">Whether it was found still right under that edition.</param>
public sealed record StaleRow(
    string CourseSlug, string CourseTitle, bool IsLesson, string Subject, string Id, string Text,
    StandardEdition? Edition, EditionName EditionName, string? Clause, ClauseStanding Standing, StandardEdition? Now, bool IsReviewed)
{
    /// <summary>The first day on which it is so, where that lies ahead; null when it is so today. <see cref="Now"/> is the edition that holds then.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The edition to review it under, as the reviews name it; null when none holds.</summary>
    public string? Under => Now is { } edition ? CurrentBank.UnderOf(edition.Name) : null;

    /// <summary>What was repealed has to be changed; saying that it is still right does not help.</summary>
    public bool MayBeReviewed => !IsReviewed && Now is not null && Standing is (ClauseStanding.Altered or ClauseStanding.CarriedOn);
}
