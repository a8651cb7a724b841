namespace TrainingHub.Questions;

/// <summary>Leaves one of the copies of a question that several banks have, so that no paper asks the same twice.</summary>
public static class PaperCopies
{
    /// <summary>The same candidates in their order, of copies the nearest alone that a section of the plan takes, or those that the plan names for every paper.</summary>
    /// <param name="candidates">Those of banks nearest first. Questions of courses are no copies.</param>
    /// <param name="plan">What is drawn by.</param>
    public static IReadOnlyList<PaperCandidate> Nearest(IReadOnlyList<PaperCandidate> candidates, PaperPlan plan)
    {
        var named = plan.Fixed.Select(question => question.Name).ToHashSet();
        var copies = candidates.Where(IsOfBank).ToLookup(candidate => candidate.Origin, StringComparer.Ordinal);
        return [.. candidates.Where(candidate => !IsOfBank(candidate) || IsKept(candidate, copies[candidate.Origin], named, plan))];
    }

    // A copy whose folder, tags or difficulty are others may be what no section takes: then the question is drawn from where it was written.
    private static bool IsKept(PaperCandidate candidate, IEnumerable<PaperCandidate> copies, HashSet<QuestionName> named, PaperPlan plan) =>
        named.Contains(candidate.Name)
        || (!copies.Any(copy => named.Contains(copy.Name)) && ReferenceEquals(copies.FirstOrDefault(copy => plan.Sections.Any(section => section.Filter.Takes(copy))) ?? copies.First(), candidate));

    private static bool IsOfBank(PaperCandidate candidate) => candidate.Source.Length is 0;
}
