using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WidenPathIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OrganizationPaths_AncestorId_DescendantId",
                table: "OrganizationPaths");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationPaths_AncestorId_DescendantId_SupersededAt_From_Until_Depth",
                table: "OrganizationPaths",
                columns: new[] { "AncestorId", "DescendantId", "SupersededAt", "From", "Until", "Depth" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OrganizationPaths_AncestorId_DescendantId_SupersededAt_From_Until_Depth",
                table: "OrganizationPaths");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationPaths_AncestorId_DescendantId",
                table: "OrganizationPaths",
                columns: new[] { "AncestorId", "DescendantId" });
        }
    }
}
