using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using static TrainingHub.UnitTests.Coverage.CountingScene;

namespace TrainingHub.UnitTests.Coverage;

public sealed class CountingTests
{
    private readonly CountingScene _scene = new();

    [Fact]
    public void Counts_whoever_holds_a_post_of_the_population_and_misses_them_without_a_record()
    {
        _scene.Hold(SchoolA, Principal);

        var standing = _scene.Only();

        Assert.Equal((SchoolA, CorePosition.Principal, StandingKind.Missing), (standing.OrganizationId, standing.Position, standing.Kind));
    }

    [Fact]
    public void Counts_nobody_for_other_posts_kinds_and_sub_trees()
    {
        _scene.Hold(SchoolA, Teacher);
        _scene.Hold(Bureau, Principal);
        _scene.Hold(Outside, Principal, isPrimary: true);

        Assert.Empty(_scene.Place().Standings);
    }

    [Fact]
    public void Counts_only_the_kinds_of_employment_that_the_target_names()
    {
        _scene.Employments = Employment.Established;
        _scene.Hold(SchoolA, Principal, employment: Employment.Outsourced);

        Assert.Empty(_scene.Place().Standings);
    }

    [Fact]
    public void Covers_by_the_earliest_unrevoked_record_of_the_window()
    {
        _scene.Hold(SchoolA, Principal);
        _scene.Earn(new(2023, 12, 31));
        _scene.Earn(new(2026, 5, 1));
        var first = _scene.Earn(new(2024, 1, 1));

        var standing = _scene.Only();

        Assert.Equal((StandingKind.Covered, (Guid?)first.RecordId), (standing.Kind, standing.RecordId));
    }

    [Theory]
    [InlineData("2023-12-31", StandingKind.Missing)]
    [InlineData("2024-01-01", StandingKind.Covered)]
    [InlineData("2026-06-30", StandingKind.Covered)]
    [InlineData("2026-07-01", StandingKind.Missing)]
    public void Includes_both_ends_of_the_window_and_the_cut_off_day(string completed, StandingKind kind)
    {
        _scene.RosterDay = _scene.CutOffDay = new(2026, 6, 30);
        _scene.Hold(SchoolA, Principal);
        _scene.Earn(DateOnly.Parse(completed, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(kind, _scene.Only().Kind);
    }

    [Fact]
    public void A_record_of_another_programme_covers_nobody()
    {
        _scene.Hold(SchoolA, Principal);
        _scene.Earn(new(2025, 1, 1), programme: Id());

        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);
    }

    [Fact]
    public void A_revoked_record_covers_nobody_because_it_is_not_among_the_earned()
    {
        _scene.Hold(SchoolA, Principal);
        var record = _scene.Earn(new(2025, 1, 1));
        Assert.Equal(StandingKind.Covered, _scene.Only().Kind);

        _scene.Records.Remove(record);

        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);
    }

    [Fact]
    public void Expiry_matters_only_where_the_target_says_so()
    {
        _scene.Hold(SchoolA, Principal);
        _scene.Earn(new(2024, 1, 1), validUntil: new(2026, 12, 30));
        Assert.Equal(StandingKind.Covered, _scene.Only().Kind);

        _scene.OnlyWhileValid = true;
        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);

        _scene.Earn(new(2024, 1, 2), validUntil: new(2026, 12, 31));
        Assert.Equal(StandingKind.Covered, _scene.Only().Kind);
    }

    [Fact]
    public void Training_in_another_post_counts_unless_the_programme_asks_for_this_one()
    {
        _scene.Hold(SchoolA, Vice, until: new(2025, 6, 30));
        _scene.Hold(SchoolA, Principal, from: new(2025, 7, 1));
        _scene.Earn(new(2025, 6, 30));
        Assert.Equal(StandingKind.Covered, _scene.Kinds()[(SchoolA, CorePosition.Principal)]);

        _scene.OnlyWhileInPost = true;
        Assert.Equal(StandingKind.Missing, _scene.Kinds()[(SchoolA, CorePosition.Principal)]);

        _scene.Earn(new(2025, 7, 1));
        Assert.Equal(StandingKind.Covered, _scene.Kinds()[(SchoolA, CorePosition.Principal)]);
    }

    [Fact]
    public void Counts_a_person_with_two_posts_once_at_the_primary_one()
    {
        _scene.Hold(SchoolA, Vice);
        _scene.Hold(SchoolB, Principal, from: new(2025, 1, 1), isPrimary: true);

        var standings = _scene.Place().Standings;

        Assert.Equal(StandingKind.Missing, standings.Single(s => s.OrganizationId == SchoolB).Kind);
        var other = standings.Single(s => s.OrganizationId == SchoolA);
        Assert.Equal((StandingKind.CountedElsewhere, (Guid?)SchoolB, (CorePosition?)CorePosition.Principal), (other.Kind, other.CountedAtOrganizationId, other.CountedAtPosition));
    }

    [Fact]
    public void Counts_at_the_earliest_post_when_the_primary_one_does_not_qualify()
    {
        _scene.Hold(Outside, Principal, isPrimary: true);
        _scene.Hold(SchoolB, Vice, from: new(2023, 1, 2));
        _scene.Hold(SchoolA, Vice, from: new(2023, 1, 1));

        var kinds = _scene.Kinds();

        Assert.Equal(StandingKind.Missing, kinds[(SchoolA, CorePosition.ViceSafety)]);
        Assert.Equal(StandingKind.CountedElsewhere, kinds[(SchoolB, CorePosition.ViceSafety)]);
        Assert.Equal(2, kinds.Count);
    }

    [Fact]
    public void Counts_at_the_lower_id_when_two_posts_began_on_one_day()
    {
        var (low, high) = (Id(), Id());
        _scene.Hold(SchoolB, Vice, fact: high);
        _scene.Hold(SchoolA, Vice, fact: low);

        Assert.Equal(StandingKind.Missing, _scene.Kinds()[(SchoolA, CorePosition.ViceSafety)]);
    }

    [Fact]
    public void Two_posts_that_are_one_in_the_common_core_are_one_place()
    {
        var further = Id();
        _scene.Mappings.Add(Map(further, CorePosition.Principal));
        _scene.Hold(SchoolA, Principal);
        _scene.Hold(SchoolA, further);

        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);
    }

    [Fact]
    public void Lists_apart_who_came_and_who_left_between_the_roster_day_and_the_cut_off_day()
    {
        _scene.RosterDay = new(2026, 9, 1);
        _scene.Hold(SchoolA, Principal, from: new(2026, 9, 2));
        Assert.Equal(StandingKind.Arrived, _scene.Only().Kind);

        _scene.Memberships.Clear();
        _scene.Hold(SchoolA, Principal, until: new(2026, 12, 30));
        Assert.Equal(StandingKind.Left, _scene.Only().Kind);
    }

    [Fact]
    public void Who_came_and_left_between_the_two_days_is_nowhere()
    {
        _scene.RosterDay = new(2026, 9, 1);
        _scene.Hold(SchoolA, Principal, from: new(2026, 9, 2), until: new(2026, 12, 30));

        Assert.Empty(_scene.Place().Standings);
    }

    [Fact]
    public void A_transfer_between_the_two_days_counts_where_the_person_is_on_the_cut_off_day()
    {
        _scene.RosterDay = new(2026, 9, 1);
        _scene.Hold(SchoolA, Principal, until: new(2026, 10, 31));
        _scene.Hold(SchoolB, Vice, from: new(2026, 11, 1));

        var standings = _scene.Place().Standings;

        Assert.Equal(StandingKind.Missing, standings.Single(s => s.OrganizationId == SchoolB).Kind);
        var left = standings.Single(s => s.OrganizationId == SchoolA);
        Assert.Equal((StandingKind.Left, (Guid?)SchoolB), (left.Kind, left.CountedAtOrganizationId));
    }

    [Fact]
    public void A_transfer_to_another_city_leaves_the_target()
    {
        _scene.RosterDay = new(2026, 9, 1);
        _scene.Hold(SchoolA, Principal, until: new(2026, 10, 31));
        _scene.Hold(Outside, Principal, from: new(2026, 11, 1));

        Assert.Equal(StandingKind.Left, _scene.Only().Kind);
    }

    [Fact]
    public void Both_ends_of_a_membership_are_included()
    {
        _scene.Hold(SchoolA, Principal, from: new(2026, 12, 31), until: new(2026, 12, 31));

        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);
    }

    [Fact]
    public void Today_stands_in_for_days_still_ahead()
    {
        _scene.Today = new(2026, 10, 15);
        _scene.Hold(SchoolA, Principal, from: new(2026, 10, 16));
        Assert.Empty(_scene.Place().Standings);

        _scene.Today = new(2026, 10, 16);
        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);
    }

    [Fact]
    public void An_approved_exclusion_in_force_on_the_cut_off_day_takes_the_person_out_covered_or_not()
    {
        _scene.Hold(SchoolA, Principal);
        _scene.Earn(new(2025, 1, 1));
        var exclusion = _scene.Exclude(new(2026, 10, 1), new(2026, 12, 31));

        var standing = _scene.Only();

        Assert.Equal((StandingKind.Excluded, (Guid?)exclusion.Id, (Guid?)null), (standing.Kind, standing.ExclusionId, standing.RecordId));
    }

    [Fact]
    public void An_exclusion_that_ended_before_the_cut_off_day_does_not_matter()
    {
        _scene.Hold(SchoolA, Principal);
        _scene.Exclude(new(2026, 1, 1), new(2026, 12, 30));

        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);
    }

    [Theory]
    [InlineData(ExclusionState.Asked)]
    [InlineData(ExclusionState.Refused)]
    public void An_exclusion_that_was_not_approved_does_not_matter(ExclusionState state)
    {
        _scene.Hold(SchoolA, Principal);
        _scene.Exclude(new(2026, 1, 1), new(2027, 1, 1), state);
        _scene.Exclude(new(2026, 1, 1), new(2027, 1, 1), target: Id());

        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);
    }

    [Fact]
    public void An_excluded_person_with_two_posts_is_excluded_once()
    {
        _scene.Hold(SchoolA, Principal, isPrimary: true);
        _scene.Hold(SchoolB, Vice);
        _scene.Exclude(new(2026, 1, 1), new(2027, 1, 1));

        Assert.Equal([StandingKind.Excluded, StandingKind.CountedElsewhere], _scene.Place().Standings.Select(s => s.Kind));
    }

    [Fact]
    public void Private_schools_count_unless_the_target_says_otherwise()
    {
        _scene.Hold(Private, Principal);
        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);

        _scene.ExcludedFlags = OrganizationFlags.Private;
        Assert.Empty(_scene.Place().Standings);
        Assert.False(_scene.Counting.IsPopulation(_scene.Target, Private));
    }

    [Fact]
    public void A_school_that_moved_out_of_the_sub_tree_counts_until_the_day_before()
    {
        _scene.Organizations[SchoolA] = new OrganizationHistory(
            [Detail(SchoolA, OrganizationKind.School)],
            [Path(City, SchoolA, until: new(2026, 12, 30)), Path(OtherCity, SchoolA, from: new(2026, 12, 31))]);
        _scene.Hold(SchoolA, Principal);
        Assert.Empty(_scene.Place().Standings);

        _scene.RosterDay = _scene.CutOffDay = new(2026, 12, 30);
        Assert.Equal(StandingKind.Missing, _scene.Only().Kind);
    }

    [Fact]
    public void A_catalogue_entry_counts_by_its_place_in_the_core_on_the_day()
    {
        var own = Id();
        _scene.Mappings.Add(Map(own, CorePosition.Teacher, until: new(2026, 12, 30)));
        _scene.Mappings.Add(Map(own, CorePosition.ViceSafety, from: new(2026, 12, 31)));
        _scene.Hold(SchoolA, own);

        Assert.Equal(CorePosition.ViceSafety, _scene.Only().Position);
    }
}
