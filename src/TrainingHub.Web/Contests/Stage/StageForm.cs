using TrainingHub.Courses;
using TrainingHub.Organizations;

namespace TrainingHub.Contests.Stage;

/// <summary>The form of a contest on a stage.</summary>
/// <param name="Code">Null for a new one.</param>
/// <param name="Preset">Of a new one: the rule set that it began with.</param>
/// <param name="Input">What it shows.</param>
/// <param name="Owners">Of a new one: units that may hold it.</param>
/// <param name="Courses">From which its questions may be drawn.</param>
/// <param name="Terms">As they are stored; null for a new one.</param>
/// <param name="Drawn">Titles of the questions that are drawn now; empty for a new one.</param>
public sealed record StageForm(string? Code, StagePreset? Preset, StageInput Input, IReadOnlyList<OrganizationLink> Owners, IReadOnlyList<ShelfCourse> Courses, StageTerms? Terms, IReadOnlyList<string> Drawn);
