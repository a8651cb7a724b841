using TrainingHub.Hosting;
using TrainingHub.Organizations;

namespace TrainingHub.Sessions;

/// <summary>专家库.</summary>
public sealed record LecturersPage(LecturersFilter Filter, IReadOnlyList<LecturersPage.Row> Rows, Pages Pages)
{
    /// <param name="Held">Sessions in reach that name them as lecturer, cancelled ones left out.</param>
    /// <param name="MayChange">Whether the reader keeps the entry.</param>
    public sealed record Row(Lecturer Lecturer, string OwnerName, int Held, bool MayChange);

    /// <summary>The form of one.</summary>
    /// <param name="Id">Null for a new one.</param>
    public sealed record Form(Guid? Id, LecturerInput Input, IReadOnlyList<OrganizationLink> Owners);
}
