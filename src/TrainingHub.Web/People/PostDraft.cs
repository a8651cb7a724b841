namespace TrainingHub.People;

/// <summary>A post as it shall be; <paramref name="Row"/> is the known row that it corrects, null for a new one.</summary>
internal sealed record PostDraft(
    Guid FactId, Guid OrganizationId, Guid PositionId, Employment Employment, bool IsStartPresumed, DateOnly From, DateOnly Until, bool IsPrimary, Membership? Row)
{
    public static PostDraft Of(Membership row) =>
        new(row.FactId, row.OrganizationId, row.PositionId, row.Employment, row.IsStartPresumed, row.From, row.Until, row.IsPrimary, row);

    public PostSpan Span => new(FactId, From, Until, IsPrimary);
}
