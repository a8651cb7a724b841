using Microsoft.EntityFrameworkCore;
using TrainingHub.Facts;

namespace TrainingHub.Storage;

/// <summary>What all dated facts have in common in the database, and the one way to change one.</summary>
public static class DatedFacts
{
    internal static void Configure(ModelBuilder builder, Type type)
    {
        if (!type.IsAssignableTo(typeof(DatedFact)))
        {
            return;
        }

        builder.Entity(type, fact =>
        {
            fact.HasKey(nameof(DatedFact.Id));
            fact.Property(nameof(DatedFact.Reason)).HasMaxLength(400);
            fact.HasIndex(nameof(DatedFact.FactId));
            // Two people changing one fact: the second finds it superseded and is told.
            fact.Property(nameof(DatedFact.SupersededAt)).IsConcurrencyToken();
        });
    }

    extension<T>(IQueryable<T> facts) where T : DatedFact
    {
        /// <summary>What we know now, whatever the days.</summary>
        public IQueryable<T> Known() => facts.Where(fact => fact.SupersededAt == null);

        /// <summary>What we knew at a moment, UTC, whatever the days; null: what we know now.</summary>
        public IQueryable<T> KnownAt(DateTime? moment) => moment is { } then
            ? facts.Where(fact => fact.RecordedAt <= then && (fact.SupersededAt == null || then < fact.SupersededAt))
            : facts.Where(fact => fact.SupersededAt == null);

        /// <summary>What we know now of a day.</summary>
        public IQueryable<T> On(DateOnly day) =>
            facts.Where(fact => fact.SupersededAt == null && fact.From <= day && day <= fact.Until);
    }
}
