namespace TrainingHub.Courseware;

/// <summary>What there is of a course, whether or not it can be published.</summary>
/// <param name="Lessons">Lessons that could be read.</param>
/// <param name="Questions">Questions that stand in its files, broken ones too.</param>
/// <param name="WithBasis">Of these, how many rest on something that is entered and may be cited.</param>
/// <param name="WithClause">Of these, how many rest on a clause.</param>
public sealed record CourseCounts(int Lessons, int Questions, int WithBasis, int WithClause);
