using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses.Drafts;

internal sealed class CourseDraftEditorMap : IEntityTypeConfiguration<CourseDraftEditor>
{
    public void Configure(EntityTypeBuilder<CourseDraftEditor> editor)
    {
        editor.ToTable("CourseDraftEditors");
        editor.HasKey(e => new { e.DraftId, e.PersonId });
        editor.HasOne<CourseDraft>().WithMany().HasForeignKey(e => e.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}
