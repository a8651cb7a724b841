using TrainingHub.Hosting;

namespace TrainingHub.Account;

/// <summary>Whom slips can be printed for.</summary>
/// <param name="Looked">The part of a name that was looked for; empty for all.</param>
/// <param name="WithoutAccount">How many can get a first slip.</param>
/// <param name="WithoutPhone">How many cannot, because their phone is not recorded.</param>
public sealed record SlipsPage(
    string Code, string Name, string Looked, IReadOnlyList<SlipRow> Rows, Pages Pages, (SlipSort Column, bool IsDown) Order, int WithoutAccount, int WithoutPhone);

public sealed record SlipRow(Guid PersonId, string Name, string? StaffNumber, bool HasAccount, bool IsEligible, bool HasPhone, DateTime? IssuedAt);
