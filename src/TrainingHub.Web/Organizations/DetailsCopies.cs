namespace TrainingHub.Organizations;

internal static class DetailsCopies
{
    extension(OrganizationDetails details)
    {
        /// <summary>The same fact with another last day.</summary>
        public OrganizationDetails EndingOn(DateOnly until, Guid id, DateTime now, Guid? recorder, string? reason) => new()
        {
            Id = id,
            FactId = details.FactId,
            OrganizationId = details.OrganizationId,
            Name = details.Name,
            Kind = details.Kind,
            Stages = details.Stages,
            Flags = details.Flags,
            Area = details.Area,
            From = details.From,
            Until = until,
            RecordedAt = now,
            RecordedBy = recorder,
            Reason = reason,
        };
    }
}
