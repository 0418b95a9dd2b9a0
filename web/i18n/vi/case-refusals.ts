/** Why something is not given, and what can be done about it: one of each for every `RefusalReason`. */
export const caseRefusals = {
  'case-refusal.under_6_never_level_2':
    'Người dưới 6 tuổi không được cấp tài khoản định danh điện tử mức độ 02.',
  'case-refusal.no_card_issued': 'Chưa được cấp thẻ căn cước.',
  'case-refusal.card_expired': 'Thẻ căn cước đã hết hiệu lực.',
  'case-refusal.card_revoked_or_retained': 'Thẻ căn cước đã bị thu hồi hoặc đang bị giữ.',
  'case-refusal.no_residence_card': 'Chưa có thẻ thường trú hoặc thẻ tạm trú.',
  'case-refusal.residence_expired': 'Thẻ thường trú hoặc thẻ tạm trú không còn hiệu lực.',
  'case-refusal.passport_expired': 'Hộ chiếu hoặc giấy tờ đi lại quốc tế không còn hiệu lực.',
  'case-refusal.deceased': 'Không giải quyết được theo dữ liệu của cơ quan quản lý căn cước.',
  'case-refusal.not_in_register': 'Không tìm thấy trong cơ sở dữ liệu.',
  'case-refusal.guardian_needed': 'Cần có người đại diện hoặc người giám hộ thực hiện.',
  'case-refusal.guardian_not_related':
    'Cơ sở dữ liệu hộ tịch không ghi nhận người này là người đại diện, người giám hộ.',
  'case-refusal.guardian_without_level_2':
    'Người đại diện, người giám hộ chưa có tài khoản mức độ 02 đang hoạt động.',
  'case-refusal.guardian_without_phone':
    'Tài khoản của người đại diện, người giám hộ chưa có số điện thoại.',
  'case-refusal.organisation_not_active': 'Cơ quan, tổ chức không còn hoạt động.',
  'case-refusal.not_its_representative':
    'Người đề nghị không phải là người đại diện theo pháp luật.',
  'case-refusal.representative_without_level_2':
    'Người đại diện theo pháp luật chưa có tài khoản mức độ 02 đang hoạt động.',
  'case-refusal.already_level_2': 'Đã có tài khoản định danh điện tử mức độ 02.',
  'case-refusal.already_has_account': 'Đã có tài khoản định danh điện tử.',
  'case-refusal.no_account': 'Không có tài khoản định danh điện tử với số này.',
  'case-refusal.locked_for_other_reasons': 'Tài khoản còn bị khóa vì lý do khác.',
  'case-refusal.no_such_lock': 'Không có lần khóa nào như đề nghị.',
  'case-refusal.phone_taken': 'Số điện thoại đang gắn với một tài khoản khác.',
  'case-refusal.open_case_exists': 'Đã có một hồ sơ cùng loại đang được giải quyết.',
  'case-refusal.data_not_matched':
    'Thông tin đã khai hoặc ảnh không khớp với dữ liệu của cơ quan nhà nước.',
  'case-refusal.biometrics_not_matched': 'Sinh trắc học không khớp với dữ liệu.',
  'case-refusal.request_not_lawful': 'Đề nghị không đúng thẩm quyền hoặc không đúng căn cứ.',
  'case-refusal.documents_not_valid': 'Giấy tờ không hợp lệ.',

  'case-way-on.under_6_never_level_2':
    'Có thể đề nghị cấp tài khoản mức độ 01 qua người đại diện. Từ đủ 6 tuổi có thể đề nghị mức độ 02.',
  'case-way-on.no_card_issued':
    'Làm thủ tục cấp thẻ căn cước; có thể đề nghị tài khoản mức độ 02 cùng lúc.',
  'case-way-on.card_expired':
    'Làm thủ tục cấp đổi thẻ căn cước; có thể đề nghị tài khoản mức độ 02 cùng lúc.',
  'case-way-on.card_revoked_or_retained':
    'Liên hệ Công an cấp xã để biết cách nhận lại hoặc cấp lại thẻ.',
  'case-way-on.no_residence_card':
    'Làm thủ tục cấp thẻ thường trú hoặc thẻ tạm trú tại cơ quan quản lý xuất nhập cảnh.',
  'case-way-on.residence_expired':
    'Gia hạn hoặc cấp đổi thẻ tại cơ quan quản lý xuất nhập cảnh, rồi đề nghị lại.',
  'case-way-on.passport_expired':
    'Cấp hộ chiếu mới, báo cho cơ quan quản lý xuất nhập cảnh, rồi đề nghị lại.',
  'case-way-on.deceased': 'Nếu có nhầm lẫn, mang giấy tờ tùy thân đến Công an cấp xã.',
  'case-way-on.not_in_register':
    'Kiểm tra lại số đã nhập. Nếu số đúng, liên hệ cơ quan cấp giấy tờ để cập nhật dữ liệu.',
  'case-way-on.guardian_needed':
    'Người đại diện hoặc người giám hộ dùng tài khoản mức độ 02 của mình để thực hiện.',
  'case-way-on.guardian_not_related':
    'Cập nhật dữ liệu hộ tịch tại Ủy ban nhân dân cấp xã, rồi đề nghị lại.',
  'case-way-on.guardian_without_level_2':
    'Người đại diện, người giám hộ cần được cấp và kích hoạt tài khoản mức độ 02 trước.',
  'case-way-on.guardian_without_phone':
    'Người đại diện, người giám hộ cần thêm số điện thoại vào tài khoản của mình trước.',
  'case-way-on.organisation_not_active': 'Liên hệ cơ quan đăng ký để kiểm tra tình trạng.',
  'case-way-on.not_its_representative':
    'Người đại diện theo pháp luật thực hiện, hoặc cập nhật tại cơ quan đăng ký trước.',
  'case-way-on.representative_without_level_2':
    'Người đại diện theo pháp luật cần được cấp và kích hoạt tài khoản mức độ 02 trước.',
  'case-way-on.already_level_2': 'Đăng nhập bằng tài khoản đó, hoặc đề nghị khôi phục tại quầy.',
  'case-way-on.already_has_account':
    'Đăng nhập bằng tài khoản đó, hoặc đến quầy để đề nghị khôi phục hay nâng lên mức độ 02.',
  'case-way-on.no_account': 'Kiểm tra lại số đã nhập.',
  'case-way-on.locked_for_other_reasons': 'Chủ tài khoản xem lý do còn lại khi đăng nhập.',
  'case-way-on.no_such_lock': 'Kiểm tra lại số và ngày của văn bản khóa.',
  'case-way-on.phone_taken': 'Dùng số điện thoại chính chủ khác.',
  'case-way-on.open_case_exists': 'Tiếp tục hồ sơ đang có, hoặc rút hồ sơ đó trước.',
  'case-way-on.data_not_matched':
    'Kiểm tra giấy tờ và đề nghị lại, hoặc đến quầy để cán bộ đối chiếu trực tiếp. Dữ liệu sai được sửa tại cơ quan đã cấp giấy tờ.',
  'case-way-on.biometrics_not_matched':
    'Đến cơ quan cấp giấy tờ để kiểm tra dữ liệu sinh trắc học.',
  'case-way-on.request_not_lawful': 'Gửi lại văn bản đúng thẩm quyền và căn cứ.',
  'case-way-on.documents_not_valid': 'Mang giấy tờ hợp lệ và đề nghị lại.',
} as const;
