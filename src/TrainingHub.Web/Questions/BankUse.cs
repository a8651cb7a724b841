using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>How many questions of banks rest on a clause.</summary>
/// <param name="Edition">The edition that they name.</param>
/// <param name="Clause">The clause; null for those that name none.</param>
/// <param name="Questions">Each counts once; retired ones do not count.</param>
public sealed record BankUse(EditionName Edition, string? Clause, int Questions)
{
    /// <summary>Where they are listed.</summary>
    public string Address =>
        $"/questions?standard={Edition.Slug}&edition={Uri.EscapeDataString(Edition.Edition)}{(Clause is null ? "" : $"&clause={Uri.EscapeDataString(Clause)}")}";
}
