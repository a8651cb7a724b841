using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Rows of a list of organizations in the reader's words.</summary>
public sealed class UnitListWords(IStringLocalizer<ImportsText> text, IStringLocalizer<OrganizationsText> organizations)
{
    public string Kind(OrganizationKind? kind) => kind is { } known ? organizations.Kind(known) : "";

    public string Stages(SchoolStages? stages) => stages is { } known ? organizations.Stages(known) : "";

    public string Flags(OrganizationFlags? flags) => flags is { } known ? organizations.Flags(known) : "";

    /// <summary>Why a row is refused; empty for the others.</summary>
    public string Reason(UnitPlan plan) => plan.Reason switch
    {
        UnitReason.None => "",
        UnitReason.NotThere => text[$"Tree_Reason_{plan.Reason}", DateOnly.ParseExact(plan.Detail, "yyyy-MM-dd", CultureInfo.InvariantCulture).Written()],
        _ => text[$"Tree_Reason_{plan.Reason}", plan.Detail],
    };

    public string Change(UnitDifference change) => text["Change_Line", text[$"Tree_Column_{change.Column}"], Value(change.Column, change.Old), Value(change.Column, change.New)].Value + Until(change);

    /// <summary>That a change ends where another one, known already, begins; empty where none does.</summary>
    public string Until(UnitDifference change) => change.Until == Day.Open ? "" : text["Tree_Until", change.Until.Written()];

    public string Value(UnitColumn column, string value)
    {
        var said = column switch
        {
            UnitColumn.Kind => organizations.Kind(Enum.Parse<OrganizationKind>(value)),
            UnitColumn.Stages => organizations.Stages(Enum.Parse<SchoolStages>(value)),
            UnitColumn.Flags => organizations.Flags(Enum.Parse<OrganizationFlags>(value)),
            _ => value,
        };
        return said.Length > 0 ? said : text["Blank"];
    }
}
