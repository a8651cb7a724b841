namespace TrainingHub.Programmes;

/// <summary>What a programme is besides what it asks: when it runs, and what is issued for it.</summary>
/// <param name="CycleFrom">First day of the cycle (included).</param>
/// <param name="CycleUntil">Last day of the cycle (included).</param>
/// <param name="ValidityMonths">Whole months for which records and certificates are valid, 1 to <see cref="ProgrammeDraft.MostMonths"/>; null: without end.</param>
/// <param name="CertificateTitle">Heading of the certificate.</param>
public sealed record ProgrammeFrame(DateOnly CycleFrom, DateOnly CycleUntil, int? ValidityMonths, string CertificateTitle)
{
    public static ProgrammeFrame Of(ProgrammeRule rule) => new(rule.CycleFrom, rule.CycleUntil, rule.ValidityMonths, rule.CertificateTitle);

    public IEnumerable<ProgrammeFault> Faults()
    {
        if (CycleUntil < CycleFrom)
        {
            yield return ProgrammeFault.CycleBackwards;
        }

        if (ValidityMonths is < 1 or > ProgrammeDraft.MostMonths)
        {
            yield return ProgrammeFault.ValidityOutOfRange;
        }

        if (ProgrammeDraft.IsStatutory(CertificateTitle))
        {
            yield return ProgrammeFault.StatutoryTitle;
        }
    }
}
